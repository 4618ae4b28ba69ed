package io.vigie.retention.casework;

import io.vigie.events.retention.Offer;
import io.vigie.retention.policy.OfferCaps;

/**
 * What a month's budget still holds for one offer.
 *
 * @param spentOnAll what all offers of the month have been given or promised, minor units
 * @param spentOnThis the same of this offer alone
 * @param minorUnits how many make a major one
 */
public record OfferBudget(OfferCaps caps, long spentOnAll, long spentOnThis, double minorUnits) {
    boolean holds(Offer offer) {
        return within(spentOnAll, offer.most(), caps.all().orElse(Double.POSITIVE_INFINITY))
                && within(spentOnThis, offer.most(), caps.of(offer.name()).orElse(Double.POSITIVE_INFINITY));
    }

    private boolean within(long spent, long more, double cap) {
        return spent + more <= cap * minorUnits;
    }
}
