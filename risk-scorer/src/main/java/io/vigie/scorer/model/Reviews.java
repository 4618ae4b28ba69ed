package io.vigie.scorer.model;

import io.vigie.events.risk.RiskLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds when to look at a customer again if nothing more is heard: no scan, no crossing missed.
 *
 * <p>Signals fade while silence grows, so the probability is known but not monotone; its terms are, between breaks,
 * and their end points bound it. A span that provably holds no crossing of a level is passed over as a whole; any other
 * is halved, the earlier half first.
 */
public final class Reviews {
    private static final int MINUTE = 60;

    /** What is not proven is looked at more closely where it is near. */
    private static final long NEAR = Duration.ofDays(1).toSeconds();

    private static final long ALL = Duration.ofDays(100_000).toSeconds();

    private final Levels levels;

    public Reviews(Levels levels) {
        this.levels = levels;
    }

    /**
     * The first whole minute after {@code from} at which the level would have changed, or the instant at which a date
     * passes; at the latest {@code until}.
     */
    public Instant next(Outlook outlook, RiskLevel level, Instant from, Instant until) {
        Instant passing = Optional.ofNullable(outlook.breaks().higher(from)).orElse(until);
        Instant end = earlier(passing, until);
        Instant cursor = from;
        for (long span = outlook.boundsAreProven() ? ALL : NEAR; cursor.isBefore(end); span *= 2) {
            Instant to = earlier(cursor.plusSeconds(span), end);
            Optional<Instant> crossing = firstCrossing(outlook, level, cursor, to);
            if (crossing.isPresent()) {
                return crossing.get();
            }
            cursor = to;
        }
        return end;
    }

    private Optional<Instant> firstCrossing(Outlook outlook, RiskLevel level, Instant from, Instant to) {
        if (outlook.holds(levels, level, from, to)) {
            return Optional.empty();
        }
        Instant middle = wholeMinuteBetween(from, to);
        if (!middle.isBefore(to)) {
            return levels.next(level, outlook.probability(to), outlook.base()) == level
                    ? Optional.empty()
                    : Optional.of(to);
        }
        return firstCrossing(outlook, level, from, middle).or(() -> firstCrossing(outlook, level, middle, to));
    }

    /** About half-way; on whole minutes, so that whoever searches, from wherever, finds the same. */
    private static Instant wholeMinuteBetween(Instant from, Instant to) {
        long half = (from.getEpochSecond() + to.getEpochSecond()) / 2;
        Instant minute = Instant.ofEpochSecond(half - Math.floorMod(half, MINUTE));
        return minute.isAfter(from) ? minute : minute.plusSeconds(MINUTE);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
