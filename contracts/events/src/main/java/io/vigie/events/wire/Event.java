package io.vigie.events.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * What every event has, whatever it carries.
 *
 * @param id with {@code source} its identity
 * @param source a URI reference to who wrote it
 * @param type the CloudEvents type
 * @param subject the customer's id; the record's key
 * @param time when it happened
 * @param causedBy id of the event that caused it
 * @param receivedAt wall-clock instant at which the signal that started the chain was taken in
 * @param data what it carries
 */
public record Event<T>(
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        Optional<String> causedBy,
        Optional<Instant> receivedAt,
        T data) {

    /** The event that carries one of Vigie's own records. */
    public static <T> Event<T> of(String id, String source, String subject, Instant time, T data) {
        return new Event<>(
                id, source, EventType.of(data).name(), subject, time, Optional.empty(), Optional.empty(), data);
    }

    public Event<T> causedBy(String cause) {
        return new Event<>(id, source, type, subject, time, Optional.of(cause), receivedAt, data);
    }

    /** The same with other data. */
    <D> Event<D> carrying(D other) {
        return new Event<>(id, source, type, subject, time, causedBy, receivedAt, other);
    }

    public Event<T> receivedAt(Optional<Instant> instant) {
        return new Event<>(id, source, type, subject, time, causedBy, instant, data);
    }
}
