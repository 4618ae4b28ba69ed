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
        /** Beta(a + max(0, Σp − L), b + L). */
        Beta on(Beta prior) {
            return new Beta(prior.a() + Math.max(0, expected - left), prior.b() + left);
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
