package io.vigie.events.customer;

import io.vigie.events.Personal;
import java.util.Optional;

/** How a customer is reached; personal, every field. */
public record ContactDetails(
        @Personal Optional<String> email,
        @Personal Optional<String> phone,
        @Personal Optional<String> address) {
    public static final ContactDetails NONE = new ContactDetails(Optional.empty(), Optional.empty(), Optional.empty());

    public ContactDetails {
        email = email == null ? Optional.empty() : email;
        phone = phone == null ? Optional.empty() : phone;
        address = address == null ? Optional.empty() : address;
    }
}
