package io.vigie.retention.store;

import java.sql.SQLException;

/** The database did not do what it was asked; whoever meets this may try again. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFailure(String asked, SQLException cause) {
        super(cause.getMessage() + " (asked: " + asked.lines().findFirst().orElse("") + ")", cause);
    }
}
