package io.vigie.retention.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigie.retention.casework.OfferStanding;
import io.vigie.retention.store.OfferEntry;
import io.vigie.retention.store.OfferStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An offer and how far it has come.
 *
 * @param most what it may cost at most, minor units
 * @param status open, asked, approved, refused or given
 * @param because why it was refused
 */
public record OfferView(
        UUID task,
        @JsonProperty("case") UUID caseId,
        String customer,
        String offer,
        long most,
        String currency,
        boolean needsApproval,
        OfferStatus status,
        Optional<String> askedBy,
        Optional<Instant> askedAt,
        Optional<String> because) {
    static OfferView of(OfferEntry entry) {
        return new OfferView(
                entry.task(),
                entry.caseId(),
                entry.customer(),
                entry.offer().name(),
                entry.offer().most(),
                entry.currency(),
                entry.offer().needsApproval(),
                entry.status(),
                entry.askedBy(),
                entry.askedAt(),
                entry.standing() instanceof OfferStanding.Refused refused
                        ? Optional.of(refused.because())
                        : Optional.empty());
    }
}
