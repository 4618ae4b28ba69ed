package io.vigie.scorer.api;

import java.io.Serial;

/** Thrown when somebody asks about customers whose role has nothing to do with them. */
public final class NotForThisRole extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    NotForThisRole() {
        super("what is known of customers is told to agents, leads, managers, analysts and ops", null, false, false);
    }
}
