package io.vigie.retention.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody who left said of being asked back.
 *
 * @param at when they said it
 * @param approachable whether they may be asked back at all
 * @param committedUntil when their commitment elsewhere ends
 */
public record Parting(Instant at, boolean approachable, Optional<LocalDate> committedUntil) {
    public Parting {
        committedUntil = committedUntil == null ? Optional.empty() : committedUntil;
    }
}
