package io.vigie.retention.policy;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.Offer;
import java.util.Map;
import java.util.Optional;

/**
 * What may be offered to a customer who would leave for a cause.
 *
 * @param says the same for people, by language
 * @param from the softest action that can carry it
 * @param lift by how much it multiplies the share that the action keeps
 * @param least what it costs at least, major units
 * @param shareOfMargin what it costs at most, as a share of yearly margin
 * @param shareOfStake the same as a share of the value at stake
 * @param capPerMonth how much of it may be given away in a month; empty for no bound of its own, major units
 * @param approvalAbove from which cost on somebody must approve; empty for never, major units
 */
record OfferRule(
        String name,
        Map<String, String> says,
        Action from,
        double lift,
        double least,
        double shareOfMargin,
        double shareOfStake,
        Optional<Double> capPerMonth,
        Optional<Double> approvalAbove) {
    OfferRule {
        says = Map.copyOf(says);
        capPerMonth = capPerMonth == null ? Optional.empty() : capPerMonth;
        approvalAbove = approvalAbove == null ? Optional.empty() : approvalAbove;
        if (lift < 1 || least < 0 || capPerMonth.orElse(0.0) < 0 || shareOfMargin < 0 || shareOfStake < 0) {
            throw new IllegalArgumentException("offer " + name + ": lift must be 1 or more, costs 0 or more");
        }
    }

    /** What it costs when it is taken, major units: the most that may be given, for nobody takes less. */
    double cost(double yearlyMargin, double stake) {
        return Math.max(least, shareOfMargin * yearlyMargin + shareOfStake * stake);
    }

    Offer offer(double cost, double minorUnits) {
        return new Offer(
                name,
                Math.round(cost * minorUnits),
                approvalAbove.filter(limit -> cost > limit).isPresent());
    }
}
