package io.vigie.events.risk;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Potential;
import io.vigie.events.customer.Segment;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a decision needs of the customer, as the scorer knew it, so that it can be decided from one event and decided
 * the same again.
 *
 * @param known false where signals came for a customer without a master record
 * @param yearlyMargin value in minor units of {@code currency}
 * @param contacts the latest contacts that others made, oldest first
 * @param reachableBy channels that can be used at all; {@code consents} say which may be
 */
public record DecisionInput(
        boolean known,
        Segment segment,
        long yearlyMargin,
        String currency,
        Potential potential,
        boolean strategic,
        Optional<String> accountManager,
        Optional<String> country,
        Optional<Contract> contract,
        Set<Channel> reachableBy,
        List<Consent> consents,
        boolean objection,
        List<ContactMade> contacts) {
    public DecisionInput {
        accountManager = accountManager == null ? Optional.empty() : accountManager;
        country = country == null ? Optional.empty() : country;
        contract = contract == null ? Optional.empty() : contract;
        reachableBy = Channel.inOrder(reachableBy);
        consents = consents == null ? List.of() : List.copyOf(consents);
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }
}
