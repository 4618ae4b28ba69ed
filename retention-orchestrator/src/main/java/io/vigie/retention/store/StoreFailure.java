package io.vigie.retention.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The database did not do what it was asked; whoever meets this may try again, unless what it was given is at fault. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Data exceptions and violated constraints: the same data will be refused again. */
    private static final Pattern OF_THE_DATA = Pattern.compile("2[23].{3}");

    StoreFailure(String asked, SQLException cause) {
        super(cause.getMessage() + " (asked: " + asked.lines().findFirst().orElse("") + ")", cause);
    }

    /** The database's own word for what is wrong, where the data are at fault. */
    public static Optional<String> faultOfTheData(Throwable failure) {
        return chain(failure)
                .filter(SQLException.class::isInstance)
                .map(one -> String.valueOf(((SQLException) one).getSQLState()))
                .filter(state -> OF_THE_DATA.matcher(state).matches())
                .findFirst();
    }

    /** Whether trying again may help: the database was away, or busy. */
    public static boolean mayPass(Throwable failure) {
        return chain(failure).anyMatch(StoreFailure.class::isInstance)
                && faultOfTheData(failure).isEmpty();
    }

    private static Stream<Throwable> chain(@Nullable Throwable failure) {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause);
    }
}
