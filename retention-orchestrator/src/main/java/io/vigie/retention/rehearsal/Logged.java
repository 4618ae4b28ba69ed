package io.vigie.retention.rehearsal;

import java.util.List;

/**
 * A decision of the past as two policies would take it.
 *
 * @param customer whose
 * @param propensity with which what was done was done
 * @param reward what came of it
 * @param arms all that either policy would do, or was done
 */
record Logged(String customer, double propensity, double reward, List<Arm> arms) {
    /** Below it a division by it would only multiply noise; a policy that logs less has not explored. */
    private static final double LEAST = 1e-6;

    Logged {
        arms = List.copyOf(arms);
        if (!(propensity > LEAST && propensity <= 1)) {
            throw new IllegalArgumentException("a propensity must be above 0 and at most 1, is " + propensity);
        }
    }

    /**
     * One thing that could be done.
     *
     * @param byLive probability with which the live policy does it
     * @param byDraft the same of the draft
     * @param couldBe whether it had any chance of being done then
     * @param expected reward that the model expects of it
     * @param taken whether it was done
     */
    record Arm(double byLive, double byDraft, boolean couldBe, double expected, boolean taken) {
        double moved() {
            return byDraft - byLive;
        }
    }
}
