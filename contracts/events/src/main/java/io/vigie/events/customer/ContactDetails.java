package io.vigie.events.customer;

import java.util.Optional;

/** How a customer is reached; personal, every field. */
public record ContactDetails(Optional<String> email, Optional<String> phone, Optional<String> address) {
    public static final ContactDetails NONE = new ContactDetails(Optional.empty(), Optional.empty(), Optional.empty());

    public ContactDetails {
        email = email == null ? Optional.empty() : email;
        phone = phone == null ? Optional.empty() : phone;
        address = address == null ? Optional.empty() : address;
    }
}
