package io.vigie.local.simulator;

import java.time.Instant;

/**
 * One trouble of one customer, with its outcome.
 *
 * @param decision when the customer leaves in mind, or lets it go
 * @param leads whether the customer leaves over it
 * @param matter what its signals are about
 */
record Trouble(TroubleKind kind, Instant onset, Instant decision, boolean mended, boolean leads, String matter) {
    private static final double AFTERMATH = 1.5;

    /** When its last echoes are over, for one that passes. */
    Instant over() {
        return Days.after(onset, Days.between(onset, decision) * AFTERMATH);
    }

    /** How far it is from its onset (0) to its decision (1); past that while a passing one wears off. */
    double progress(Instant at) {
        return Days.between(onset, at) / Days.between(onset, decision);
    }

    boolean hurts(Instant at) {
        return !mended && !at.isBefore(onset) && at.isBefore(over());
    }
}
