package io.vigie.events.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that happened to a customer and bears on whether they stay.
 *
 * @param source where it comes from; with {@code id} its identity
 * @param customer the id the company's CRM uses
 * @param time when it happened
 * @param attributes its data, as the catalogue's schema for the type says
 * @param receivedAt wall-clock instant at which Vigie took it in; empty before that
 */
public record Signal(
        String source,
        String id,
        String type,
        String customer,
        Instant time,
        JsonNode attributes,
        Optional<Instant> receivedAt) {

    /** The order in which a customer's signals count, whatever the order of their arrival. */
    public static final Comparator<Signal> IN_ORDER =
            Comparator.comparing(Signal::time).thenComparing(Signal::source).thenComparing(Signal::id);

    public Signal {
        if (source.isBlank() || id.isBlank() || customer.isBlank()) {
            throw new IllegalArgumentException("a signal needs a source, an id and a customer");
        }
    }
}
