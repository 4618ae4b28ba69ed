package io.vigie.retention.api;

import io.vigie.events.customer.ContactDetails;
import io.vigie.events.customer.Person;
import io.vigie.retention.store.ContactCard;
import io.vigie.retention.store.Relations.Relative;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whom to reach and how; personal, and absent once the customer's key is destroyed.
 *
 * @param belongsTo the group first, then the company
 * @param sameGroup the others of the same, with their case under way
 */
public record ContactsView(
        Optional<String> name,
        Optional<String> language,
        ContactDetails contact,
        List<Person> contacts,
        List<Related> belongsTo,
        List<Related> sameGroup) {

    static ContactsView of(Optional<ContactCard> card, List<Relative> relatives) {
        return new ContactsView(
                card.flatMap(ContactCard::name),
                card.flatMap(ContactCard::language),
                card.map(ContactCard::contact).orElse(ContactDetails.NONE),
                card.map(ContactCard::contacts).orElse(List.of()),
                relatives.stream().filter(Relative::above).map(Related::of).toList(),
                relatives.stream()
                        .filter(relative -> !relative.above())
                        .map(Related::of)
                        .toList());
    }

    /** A related customer. */
    public record Related(String customer, Optional<String> name, Optional<UUID> openCase) {
        static Related of(Relative relative) {
            return new Related(relative.customer(), relative.name(), relative.openCase());
        }
    }
}
