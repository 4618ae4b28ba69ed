package io.vigie.retention.policy;

import io.vigie.retention.law.Contact;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** So many contacts that we start in so many days. */
record ContactLimit(int most, int inDays) {
    ContactLimit {
        if (most < 1 || inDays < 1) {
            throw new IllegalArgumentException("contactLimits: most and inDays must be at least 1");
        }
    }

    /** Until when the customer is to be left in peace, where it is reached. */
    private Optional<Instant> reachedUntil(List<Contact> contacts, Instant now) {
        Duration period = Duration.ofDays(inDays);
        List<Instant> lately = contacts.stream()
                .filter(contact -> contact.counted() && contact.reached())
                .map(Contact::at)
                .filter(at -> at.plus(period).isAfter(now))
                .sorted(Comparator.reverseOrder())
                .toList();
        return lately.size() < most
                ? Optional.empty()
                : Optional.of(lately.get(most - 1).plus(period));
    }

    static Optional<Instant> reachedUntil(List<ContactLimit> limits, List<Contact> contacts, Instant now) {
        return limits.stream()
                .flatMap(limit -> limit.reachedUntil(contacts, now).stream())
                .max(Comparator.naturalOrder());
    }
}
