package io.vigie.retention.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.events.wire.Tick;
import io.vigie.retention.casework.Assessment;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** A record as it came from a topic, told apart by what is to be done with it. */
public sealed interface Arrival {
    Origin origin();

    record Risk(Origin origin, Assessment assessment) implements Arrival {}

    record TickPassed(Origin origin, Tick tick) implements Arrival {}

    /** A customer is erased: what came before is to be forgotten, what comes after is of a stranger. */
    record Erased(Origin origin, String event, String customer, Instant at) implements Arrival {}

    record Unreadable(Origin origin, String reason) implements Arrival {}

    /** Where a record stands, and its bytes. */
    record Origin(String topic, int partition, long position, Optional<String> key, Optional<ByteBuffer> value) {
        /** What was read as JSON, as it came. */
        Optional<String> text() {
            return value.map(bytes -> UTF_8.decode(bytes.duplicate()).toString());
        }
    }
}
