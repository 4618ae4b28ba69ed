package io.vigie.retention.policy;

import io.vigie.retention.law.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What we remember of how we dealt with a customer.
 *
 * @param answeredAt when a case last came to its end or to its waiting: what was open then counts as answered
 * @param contacts those that our own tasks made, oldest first
 * @param parting what the customer said on leaving, if they did
 */
public record Past(Optional<Instant> answeredAt, List<Contact> contacts, Optional<Parting> parting) {
    public static final Past NONE = new Past(Optional.empty(), List.of(), Optional.empty());

    public Past {
        contacts = List.copyOf(contacts);
    }

    public static Past answered(Instant at) {
        return new Past(Optional.of(at), List.of(), Optional.empty());
    }
}
