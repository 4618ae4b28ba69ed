package io.vigie.retention.policy;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.Candidate;
import io.vigie.events.retention.Offer;
import java.util.Optional;

/**
 * One thing that could be done, with what it would be worth; amounts in major units.
 *
 * @param barredBy the rule that does not let us, or {@code unfitting}
 * @param offerCost what the offer is expected to cost, with those who would have stayed anyway
 * @param profit before the worth of the team's time
 * @param timeCost what the team's minutes would bring elsewhere; 0 where it has time enough
 */
record Option(
        Action action,
        Optional<Offer> offer,
        Optional<String> barredBy,
        double saveRate,
        boolean learned,
        double cost,
        double offerCost,
        double profit,
        double timeCost) {
    boolean open() {
        return barredBy.isEmpty();
    }

    /** Whether it brings more than its team would bring elsewhere in that time. */
    boolean pays() {
        return profit > timeCost;
    }

    Candidate asCandidate(double minorUnits) {
        return new Candidate(
                action,
                offer.map(Offer::name),
                barredBy,
                saveRate,
                learned,
                Math.round(cost * minorUnits),
                Math.round(offerCost * minorUnits),
                Math.round(profit * minorUnits),
                timeCost > 0 ? Optional.of(Math.round(timeCost * minorUnits)) : Optional.empty());
    }
}
