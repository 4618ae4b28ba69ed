package io.vigie.kpi.store;

import io.vigie.events.wire.Event;
import io.vigie.events.wire.Topic;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One record as it came, read or not, so that even what makes no sense is kept.
 *
 * @param offset its place in the partition; of two assessments of one customer the higher came later
 */
public record Delivery(
        Topic topic, int partition, long offset, Optional<String> key, Optional<ByteBuffer> value, Reading reading) {

    /** What the bytes say. */
    public sealed interface Reading {
        record Read(Event<?> event) implements Reading {}

        record Unread(String reason) implements Reading {}
    }

    Delivery unreadable(String reason) {
        return new Delivery(topic, partition, offset, key, value, new Reading.Unread(reason));
    }
}
