package io.vigie.scorer.api;

import java.io.Serial;

/** Thrown when an agent asks about a customer whose trouble is the account manager. */
public final class KeptFromAgents extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    KeptFromAgents() {
        super("this customer is looked after by leads and managers", null, false, false);
    }
}
