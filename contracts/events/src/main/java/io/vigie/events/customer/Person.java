package io.vigie.events.customer;

import io.vigie.events.Personal;
import java.util.Optional;

/**
 * Somebody at a business customer who can be spoken to.
 *
 * @param role what they do there, in the company's own words, such as buyer or decision-maker
 */
public record Person(
        @Personal Optional<String> name,
        String role,
        @Personal Optional<String> email,
        @Personal Optional<String> phone) {
    public Person {
        name = name == null ? Optional.empty() : name;
        email = email == null ? Optional.empty() : email;
        phone = phone == null ? Optional.empty() : phone;
        if (role == null || role.isBlank()) {
            throw new IllegalArgumentException("a contact needs a role");
        }
    }
}
