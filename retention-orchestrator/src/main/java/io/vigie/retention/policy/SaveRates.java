package io.vigie.retention.policy;

import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import java.util.Map;
import java.util.Optional;

/** What outcomes have told of the share of expected leavers that each action keeps. */
public record SaveRates(Map<Of, Tally> tallies) {
    public static final SaveRates NONE = new SaveRates(Map.of());

    public SaveRates {
        tallies = Map.copyOf(tallies);
    }

    /**
     * Which share is meant.
     *
     * @param afterNotice once the customer has given notice
     */
    public record Of(Action action, Segment segment, boolean afterNotice) {}

    /**
     * What became of those who were contacted, ninety days later.
     *
     * @param contacted how many
     * @param expected how many of them were to leave had nobody acted: the sum of their probabilities then
     * @param left how many left all the same
     */
    public record Tally(long contacted, double expected, long left) {
        private static final double LEAST = 1e-3;

        /**
         * What is believed once that is known. Who was to leave is itself only known in the mean: each of the n contacted
         * leaves with probability p·(1 − s), so that 1 − L/Σp tells of s with the variance (1 − s)·(1 − p·(1 − s)) / Σp, as
         * much as Σp·s / (1 − p·(1 − s)) leavers of whom each is known to have been kept or not. Where p is 1, as after
         * notice, those are all, and the belief is Beta(a + Σp − L, b + L).
         */
        Beta on(Beta prior) {
            if (expected <= 0) {
                return prior;
            }
            double share = prior.mean();
            double likely = Math.min(1, expected / contacted);
            double worth = expected * share / (1 - likely * (1 - share));
            double all = prior.a() + prior.b() + worth;
            double kept = Math.clamp(prior.a() + worth * (1 - left / expected), LEAST * all, (1 - LEAST) * all);
            return new Beta(kept, all - kept);
        }
    }

    /** A share as a decision uses it; learned where anybody contacted has been followed to the end. */
    public record Rate(Beta belief, long contacted) {
        public boolean learned() {
            return contacted > 0;
        }
    }

    public Rate of(Of which, Beta prior) {
        return Optional.ofNullable(tallies.get(which))
                .map(tally -> new Rate(tally.on(prior), tally.contacted()))
                .orElse(new Rate(prior, 0));
    }
}
