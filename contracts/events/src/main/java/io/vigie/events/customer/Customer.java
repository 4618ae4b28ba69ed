package io.vigie.events.customer;

import io.vigie.events.Personal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A customer master record as a CRM knows it; of two records the later {@code time} wins.
 *
 * @param time since when it is so
 * @param name personal: for people who make the contact, never for reasons, logs or measures
 * @param yearlyMargin the customer's value: yearly margin in minor units
 * @param currency ISO 4217, one a company
 * @param country ISO 3166 alpha-2
 * @param reachableBy channels that can be used at all, where the CRM says so without giving the details themselves
 * @param objection the customer objects to profiling for marketing (GDPR 21)
 * @param revenueRule how value and segment follow from orders where they are not given
 * @param attributes anything else a model may learn from, in order of name so that it is written the same each time
 * @param aliases the keys that other systems know the customer by, by system
 * @param parent the id of the customer that this one belongs to: a site's company, a company's group
 * @param contacts the people to speak to at a business
 */
public record Customer(
        String id,
        Instant time,
        @Personal Optional<String> name,
        Optional<Segment> segment,
        Optional<Long> yearlyMargin,
        String currency,
        Potential potential,
        boolean strategic,
        Optional<String> accountManager,
        Optional<String> country,
        Optional<String> language,
        ContactDetails contact,
        Set<Channel> reachableBy,
        List<Consent> consents,
        Optional<Contract> contract,
        boolean objection,
        Optional<RevenueRule> revenueRule,
        Map<String, String> attributes,
        @Personal Map<String, List<String>> aliases,
        Optional<String> parent,
        List<Person> contacts) {

    public Customer {
        name = name == null ? Optional.empty() : name;
        segment = segment == null ? Optional.empty() : segment;
        yearlyMargin = yearlyMargin == null ? Optional.empty() : yearlyMargin;
        currency = currency == null ? "EUR" : currency;
        potential = potential == null ? Potential.LOW : potential;
        accountManager = accountManager == null ? Optional.empty() : accountManager;
        country = country == null ? Optional.empty() : country;
        language = language == null ? Optional.empty() : language;
        contact = contact == null ? ContactDetails.NONE : contact;
        reachableBy = Channel.inOrder(reachableBy);
        consents = consents == null ? List.of() : List.copyOf(consents);
        contract = contract == null ? Optional.empty() : contract;
        revenueRule = revenueRule == null ? Optional.empty() : revenueRule;
        attributes = attributes == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(attributes)));
        aliases = aliases == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(aliases)));
        parent = parent == null ? Optional.empty() : parent;
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        if (id.isBlank()) {
            throw new IllegalArgumentException("a customer needs an id");
        }
    }

    /** The same without name and contact details, for where only decisions are made; what is reachable stays known. */
    public Customer withoutPersonal() {
        Set<Channel> reachable = EnumSet.noneOf(Channel.class);
        Arrays.stream(Channel.values()).filter(this::reachableBy).forEach(reachable::add);
        return new Customer(
                id,
                time,
                Optional.empty(),
                segment,
                yearlyMargin,
                currency,
                potential,
                strategic,
                accountManager,
                country,
                language,
                ContactDetails.NONE,
                reachable,
                consents,
                contract,
                objection,
                revenueRule,
                attributes,
                Map.of(),
                parent,
                List.of());
    }

    /** The same with other wishes, holding since an instant. */
    public Customer with(List<Consent> consents, boolean objection, Instant time) {
        return new Customer(
                id,
                time,
                name,
                segment,
                yearlyMargin,
                currency,
                potential,
                strategic,
                accountManager,
                country,
                language,
                contact,
                reachableBy,
                consents,
                contract,
                objection,
                revenueRule,
                attributes,
                aliases,
                parent,
                contacts);
    }

    /** Whether the customer can be reached at all by a channel, permitted or not. */
    public boolean reachableBy(Channel channel) {
        return reachableBy.contains(channel)
                || switch (channel) {
                    case EMAIL -> contact.email().isPresent();
                    case SMS, PHONE -> contact.phone().isPresent();
                    case LETTER, VISIT -> contact.address().isPresent();
                };
    }
}
