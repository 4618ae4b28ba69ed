package io.vigie.local.simulator;

import io.vigie.events.risk.Leaving;
import io.vigie.events.signal.Cause;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A chain of events that may make a customer leave.
 *
 * @param perYear how often it begins, by kind of customer, for one of average frailty
 * @param mended share that somebody puts right
 * @param leavesMended share that leave although it was put right
 * @param leavesOtherwise share that leave when it was not, before frailty and earlier troubles
 * @param lastsDays from its onset to the customer's decision
 * @param ebbing whether orders and usage shrink while it lasts
 */
record TroubleKind(
        String name,
        Cause cause,
        Leaving leaving,
        Map<String, Double> perYear,
        double mended,
        double leavesMended,
        double leavesOtherwise,
        LogNormal lastsDays,
        boolean ebbing,
        List<Step> steps) {

    TroubleKind {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /**
     * A signal that the trouble gives off.
     *
     * @param after the signal of the same trouble that it answers: without that one it does not come
     * @param at when, from 0 at the onset to 1 at the decision
     * @param mended chance of it where the trouble is put right
     * @param leaving chance of it where it is not and the customer leaves
     * @param passing chance of it where it is not and the customer stays all the same
     * @param attributes what it carries, as {@link Filling} reads it
     */
    record Step(
            String type,
            Optional<String> after,
            double at,
            double mended,
            double leaving,
            double passing,
            Map<String, Object> attributes) {
        Step {
            after = after == null ? Optional.empty() : after;
            attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
        }

        double chance(Trouble trouble) {
            if (trouble.mended()) {
                return mended;
            }
            return trouble.leads() ? leaving : passing;
        }
    }
}
