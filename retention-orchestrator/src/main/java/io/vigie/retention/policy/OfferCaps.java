package io.vigie.retention.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much may be given away by offers in a calendar month.
 *
 * @param all in all, major units; empty for no bound
 * @param byOffer of each offer that has a bound of its own, major units
 */
public record OfferCaps(Optional<Double> all, Map<String, Double> byOffer) {
    public OfferCaps {
        byOffer = Map.copyOf(byOffer);
    }

    /** An offer that several causes allow has the tightest of their bounds. */
    static OfferCaps of(PolicyFile figures) {
        return new OfferCaps(
                figures.offersPerMonth(),
                figures.offers().values().stream()
                        .flatMap(List::stream)
                        .filter(offer -> offer.capPerMonth().isPresent())
                        .collect(Collectors.toMap(
                                OfferRule::name, offer -> offer.capPerMonth().orElseThrow(), Math::min)));
    }

    public Optional<Double> of(String offer) {
        return Optional.ofNullable(byOffer.get(offer));
    }
}
