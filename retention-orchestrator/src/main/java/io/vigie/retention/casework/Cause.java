package io.vigie.retention.casework;

import io.vigie.events.wire.Ids;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What led to a decision or a deed, so that from signal to task is a lookup.
 *
 * @param event id of the event that caused it
 * @param seed what the ids of all that follows are derived from
 * @param receivedAt wall-clock instant at which the signal behind it was taken in, where one was
 */
public record Cause(String event, String seed, Optional<Instant> receivedAt) {
    static Cause of(String event) {
        return new Cause(event, event, Optional.empty());
    }

    UUID id(String role) {
        return Ids.derived(seed, role);
    }
}
