package io.vigie.retention.law;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Purpose;
import io.vigie.events.risk.DecisionInput;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whom we would approach, and what for.
 *
 * @param country whose law holds: the customer's, or the company's where theirs is not known
 * @param matter the open matter that it would answer, where it answers one
 * @param contacts all that were made lately, by us and by others
 */
public record Approach(
        DecisionInput customer, String country, Purpose purpose, Optional<String> matter, List<Contact> contacts) {
    public Approach {
        contacts = List.copyOf(contacts);
    }

    Optional<Consent> lastWordOn(Channel channel, Instant now) {
        return customer.consents().stream()
                .filter(consent -> consent.channel() == channel
                        && consent.purpose() == purpose
                        && !consent.at().isAfter(now))
                .max(Comparator.comparing(Consent::at));
    }

    boolean underContract(Instant now) {
        return customer.contract()
                .filter(contract -> contract.end().map(now::isBefore).orElse(true))
                .isPresent();
    }
}
