package io.vigie.ingest.store;

import java.sql.SQLException;
import java.util.Objects;

/** The database does not answer now: nothing is wrong with what was asked, which can be asked again soon. */
public final class DatabaseAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private DatabaseAway(String message, SQLException cause) {
        super(message, cause);
    }

    /**
     * What a failure is to whoever asked; the database's own words are left out, since they may hold values.
     *
     * @param trouble what could not be done
     */
    static RuntimeException or(String trouble, SQLException failure) {
        return isAway(failure)
                ? new DatabaseAway(
                        trouble + " (" + Objects.requireNonNullElse(failure.getSQLState(), "no connection") + ")",
                        failure)
                : new IllegalStateException(trouble, failure);
    }

    /** By its class (PostgreSQL's appendix A); a pool that has no connection to give says none. */
    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null || state.length() < 2) {
            return true;
        }
        return switch (state.substring(0, 2)) {
            // connection, roll-back to be tried again, resources, not accepting, operator, system
            case "08", "40", "53", "55", "57", "58" -> true;
            default -> false;
        };
    }
}
