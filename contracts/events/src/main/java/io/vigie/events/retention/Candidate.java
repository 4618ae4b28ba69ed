package io.vigie.events.retention;

import java.util.Optional;

/**
 * One thing that could have been done, with what it would have been worth.
 *
 * @param offer what would be offered along with it, by name
 * @param barredBy why it was not open to this customer: a rule of the law, or {@code unfitting}; empty where it was open
 * @param saveRate share of expected leavers that it keeps
 * @param learned whether that share was learned from outcomes, or is the prior
 * @param cost of one try, minor units
 * @param offerCost expected cost of the offer, which those who would have stayed take as well, minor units
 * @param expectedProfit before the worth of the team's time, minor units
 * @param timeCost what the team's minutes would have brought elsewhere then, minor units; empty where it had time enough
 */
public record Candidate(
        Action action,
        Optional<String> offer,
        Optional<String> barredBy,
        double saveRate,
        boolean learned,
        long cost,
        long offerCost,
        long expectedProfit,
        Optional<Long> timeCost) {
    public Candidate {
        offer = offer == null ? Optional.empty() : offer;
        barredBy = barredBy == null ? Optional.empty() : barredBy;
        timeCost = timeCost == null ? Optional.empty() : timeCost;
    }
}
