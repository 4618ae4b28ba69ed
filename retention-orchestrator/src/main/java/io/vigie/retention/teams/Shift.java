package io.vigie.retention.teams;

import java.time.Duration;
import java.time.LocalTime;

/** From when to when somebody works on a day. */
public record Shift(LocalTime from, LocalTime to) {
    public Shift {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("hours: must begin before they end, are " + from + " to " + to);
        }
    }

    /** Minutes left of it from a time of day on. */
    long minutesFrom(LocalTime now) {
        LocalTime start = now.isAfter(from) ? now : from;
        return Math.max(0, Duration.between(start, to).toMinutes());
    }
}
