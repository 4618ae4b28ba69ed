package io.vigie.scorer.profile;

import java.time.Duration;
import java.time.Instant;

/** Spans of time as the formulas take them: days, with fractions. */
public final class Days {
    private static final double MILLIS = Duration.ofDays(1).toMillis();

    private Days() {}

    public static double between(Instant from, Instant to) {
        return (to.toEpochMilli() - from.toEpochMilli()) / MILLIS;
    }

    /** The first whole millisecond at or after so many days from an instant. */
    public static Instant after(Instant from, double days) {
        return Instant.ofEpochMilli(from.toEpochMilli() + (long) Math.ceil(days * MILLIS));
    }
}
