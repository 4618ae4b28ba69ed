package io.vigie.retention.barometer;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Whom one wave asks.
 *
 * @param name such as {@code 2026-spring}; also what chance is drawn from, so that a draw can be checked
 * @param from first day of leaving
 * @param to day after the last
 * @param size how many are drawn at most
 */
public record Wave(String name, LocalDate from, LocalDate to, int size) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int LARGEST = 10_000;

    public Wave {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name: small letters, digits and hyphens, 64 at most, such as 2026-spring");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("to: must be after from; it is the day after the last");
        }
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("size: between 1 and " + LARGEST);
        }
    }
}
