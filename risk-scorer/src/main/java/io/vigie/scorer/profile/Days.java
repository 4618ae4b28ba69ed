package io.vigie.scorer.profile;

import java.time.Duration;
import java.time.Instant;

/** Spans of time as the formulas take them: days, with fractions; what lies farther than millions of years is as far. */
public final class Days {
    private static final double MILLIS = Duration.ofDays(1).toMillis();

    /** Any two instants as far apart still differ by a number of 64 bits. */
    private static final long FARTHEST_SECOND = Long.MAX_VALUE / 4_000;

    private static final long FARTHEST = 1_000 * FARTHEST_SECOND;

    private Days() {}

    public static double between(Instant from, Instant to) {
        return (millis(to) - millis(from)) / MILLIS;
    }

    /** The first whole millisecond at or after so many days from an instant. */
    public static Instant after(Instant from, double days) {
        return Instant.ofEpochMilli(millis(from) + Math.clamp((long) Math.ceil(days * MILLIS), -FARTHEST, FARTHEST));
    }

    private static long millis(Instant instant) {
        long second = instant.getEpochSecond();
        return second > FARTHEST_SECOND ? FARTHEST : second < -FARTHEST_SECOND ? -FARTHEST : instant.toEpochMilli();
    }
}
