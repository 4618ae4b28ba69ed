package io.vigie.retention.store;

import io.vigie.events.retention.Offer;
import io.vigie.retention.casework.OfferStanding;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The offer of one task and how far it has come.
 *
 * @param askedBy who asked whether it may be made, where somebody did
 * @param toDo whether the task is still to be done
 */
public record OfferEntry(
        UUID task,
        UUID caseId,
        String customer,
        Offer offer,
        String currency,
        OfferStanding standing,
        Optional<String> askedBy,
        Optional<Instant> askedAt,
        boolean toDo) {
    OfferEntry with(OfferStanding next) {
        Optional<OfferStanding.Asked> asking =
                next instanceof OfferStanding.Asked asked ? Optional.of(asked) : Optional.empty();
        return new OfferEntry(
                task,
                caseId,
                customer,
                offer,
                currency,
                next,
                asking.map(OfferStanding.Asked::by).or(() -> askedBy),
                asking.map(OfferStanding.Asked::at).or(() -> askedAt),
                toDo);
    }

    public OfferStatus status() {
        return OfferStatus.of(standing);
    }
}
