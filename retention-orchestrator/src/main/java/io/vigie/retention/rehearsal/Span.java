package io.vigie.retention.rehearsal;

import java.time.Duration;
import java.time.Instant;

/**
 * Which part of the past is gone through.
 *
 * @param from the first instant
 * @param to the last
 */
public record Span(Instant from, Instant to) {
    private static final Duration LONGEST = Duration.ofDays(731);

    /**
     * @throws IllegalArgumentException when it is empty or longer than two years
     */
    public Span {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to");
        }
        if (from.isBefore(to.minus(LONGEST))) {
            throw new IllegalArgumentException("from must be within two years before to");
        }
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }
}
