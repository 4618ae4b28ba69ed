package io.vigie.ingest.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what the database failed at from mistakes of our own. */
public final class DatabaseTrouble {
    private static final List<String> OF_THE_DATA = List.of("22", "23", "54");

    private DatabaseTrouble() {}

    public static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(SQLException.class::isInstance);
    }

    /**
     * What PostgreSQL calls it where what it was given can never be kept: wrong data, a violated constraint, a limit of
     * its own. Whatever else goes wrong may go right when it is tried again.
     */
    public static Optional<String> stateOfTheData(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> Objects.requireNonNullElse(((SQLException) cause).getSQLState(), ""))
                .filter(state -> OF_THE_DATA.stream().anyMatch(state::startsWith))
                .findFirst();
    }
}
