package io.vigie.ingest.intake;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.Purpose;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a customer has said of being contacted, kept apart from the records of a CRM because none of these may undo it.
 *
 * @param consents the latest word for each channel and purpose, in their order
 */
public record Wishes(List<Consent> consents, Optional<Objection> objection) {
    private static final Comparator<Consent> IN_ORDER =
            Comparator.comparing(Consent::channel).thenComparing(Consent::purpose);

    public static final Wishes NONE = new Wishes(List.of(), Optional.empty());

    public Wishes {
        consents = consents.stream().sorted(IN_ORDER).toList();
    }

    /** Of several words for a channel and purpose the latest; of two at once the refusal, or else the last. */
    public static List<Consent> latest(Collection<Consent> consents) {
        Map<Channel, Map<Purpose, Consent>> latest = new TreeMap<>();
        consents.forEach(consent -> latest.computeIfAbsent(consent.channel(), _ -> new TreeMap<>())
                .merge(consent.purpose(), consent, Wishes::holding));
        return latest.values().stream()
                .flatMap(byPurpose -> byPurpose.values().stream())
                .toList();
    }

    private static Consent holding(Consent one, Consent other) {
        boolean laterHolds = other.at().equals(one.at())
                ? one.given() || !other.given()
                : other.at().isAfter(one.at());
        return laterHolds ? other : one;
    }

    /** A record with these wishes, the objection of the record itself beside them. */
    public Customer in(Customer record, Instant time) {
        return record.with(consents, record.objection() || objects(), time);
    }

    public boolean objects() {
        return objection.filter(Objection::objects).isPresent();
    }

    /**
     * Objection to profiling for marketing (GDPR 21).
     *
     * @param objects false once it is withdrawn
     * @param proof where the proof is kept
     */
    public record Objection(boolean objects, Instant at, Optional<String> proof) {
        public Objection {
            proof = proof == null ? Optional.empty() : proof;
        }
    }
}
