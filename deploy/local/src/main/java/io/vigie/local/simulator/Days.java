package io.vigie.local.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Days with fractions, since rates and half-lives are told in days, kept to whole seconds. */
final class Days {
    static final double A_YEAR = 365.25;

    private static final double SECONDS = 86_400;

    private Days() {}

    static Instant after(Instant from, double days) {
        return from.plusSeconds(Math.round(days * SECONDS)).truncatedTo(ChronoUnit.SECONDS);
    }

    static double between(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / SECONDS;
    }
}
