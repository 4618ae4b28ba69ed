package io.vigie.ingest.store;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Tells what the database failed at from mistakes of our own. */
public final class DatabaseTrouble {
    private DatabaseTrouble() {}

    public static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(SQLException.class::isInstance);
    }
}
