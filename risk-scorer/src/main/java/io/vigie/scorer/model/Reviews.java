package io.vigie.scorer.model;

import io.vigie.events.risk.RiskLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds when to look at a customer again if nothing more is heard: no scan, no crossing missed.
 *
 * <p>Signals fade while silence grows, so the probability is known but not monotone; its terms are, between breaks,
 * and their end points bound it. The search sleeps to the end of the longest interval that provably holds no crossing
 * of a level, and bisects inside the first that may.
 */
public final class Reviews {
    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration RESOLUTION = Duration.ofMinutes(1);

    private final Levels levels;

    public Reviews(Levels levels) {
        this.levels = levels;
    }

    /**
     * The first instant after {@code from}, to the minute, at which the level would change or a date passes; at the
     * latest {@code until}.
     */
    public Instant next(Outlook outlook, RiskLevel level, Instant from, Instant until) {
        Instant passing = Optional.ofNullable(outlook.breaks().higher(from)).orElse(until);
        Instant end = passing.isBefore(until) ? passing : until;
        Instant cursor = from;
        while (cursor.isBefore(end)) {
            Instant safe = safeUntil(outlook, level, cursor, end);
            if (safe.isAfter(cursor)) {
                cursor = safe;
                continue;
            }
            Instant to = earlier(cursor.plus(SHORTEST), end);
            Optional<Instant> crossing = bisect(outlook, level, cursor, to);
            if (crossing.isPresent()) {
                return crossing.get();
            }
            cursor = to;
        }
        return end;
    }

    private Instant safeUntil(Outlook outlook, RiskLevel level, Instant from, Instant end) {
        Instant safe = from;
        for (Duration span = SHORTEST; ; span = span.multipliedBy(2)) {
            Instant to = earlier(from.plus(span), end);
            if (!outlook.holds(levels, level, from, to)) {
                return safe;
            }
            safe = to;
            if (to.equals(end)) {
                return end;
            }
        }
    }

    private Optional<Instant> bisect(Outlook outlook, RiskLevel level, Instant from, Instant to) {
        if (outlook.holds(levels, level, from, to)) {
            return Optional.empty();
        }
        Duration span = Duration.between(from, to);
        if (span.compareTo(RESOLUTION) <= 0) {
            return levels.next(level, outlook.probability(to), outlook.base()) == level
                    ? Optional.empty()
                    : Optional.of(to);
        }
        Instant middle = from.plus(span.dividedBy(2));
        return bisect(outlook, level, from, middle).or(() -> bisect(outlook, level, middle, to));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
