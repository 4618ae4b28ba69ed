package io.vigie.retention.store;

import io.vigie.events.customer.ContactDetails;
import io.vigie.events.customer.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What whoever makes the contact needs; personal, every field. */
public record ContactCard(
        Optional<String> name, Optional<String> language, ContactDetails contact, List<Person> contacts) {
    static final ContactCard EMPTY =
            new ContactCard(Optional.empty(), Optional.empty(), ContactDetails.NONE, List.of());

    public ContactCard {
        name = name == null ? Optional.empty() : name;
        language = language == null ? Optional.empty() : language;
        contact = contact == null ? ContactDetails.NONE : contact;
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }

    /** Whether it says how to reach anybody. */
    public boolean empty() {
        return equals(EMPTY);
    }

    /** Whom to call first at a business: as the company lists them, those who can be called before those who cannot. */
    public Optional<Person> firstToCall() {
        return contacts.stream()
                .min(Comparator.comparing(person -> person.phone().isEmpty()));
    }
}
