package io.vigie.scorer.profile;

import java.time.Instant;
import java.util.Optional;

/**
 * A matter left open by a signal.
 *
 * @param type the signal type that opened it
 * @param key tells it from others of its type, where the signal gave one
 * @param strength how strongly that signal counted
 * @param expires when it counts as settled though nobody said so
 * @param until when it takes effect or ends, where a signal said so
 * @param counted what all signals that told it count for together, as of when it was opened: what a remedy makes good
 */
public record OpenItem(
        String type,
        Optional<String> key,
        double strength,
        Instant since,
        Instant expires,
        Optional<Instant> until,
        double counted) {

    /** What was kept before a matter could be told again was told once. */
    public OpenItem {
        counted = counted == 0 ? strength : counted;
    }

    /** As it is told first. */
    public OpenItem(
            String type,
            Optional<String> key,
            double strength,
            Instant since,
            Instant expires,
            Optional<Instant> until) {
        this(type, key, strength, since, expires, until, strength);
    }

    /** Whether what was told is this very matter; of what has no key nobody can tell. */
    boolean isToldAgainBy(OpenItem told) {
        return key.isPresent() && key.equals(told.key) && type.equals(told.type) && openAt(told.since);
    }

    /** It is open as long as before, but that a date told anew holds. */
    OpenItem toldAgain(OpenItem told, double halfLifeDays) {
        return new OpenItem(
                type,
                key,
                Math.max(strength, told.strength),
                since,
                told.until.orElse(expires),
                told.until.or(() -> until),
                counted + told.strength * Math.pow(2, Days.between(since, told.since) / halfLifeDays));
    }

    public boolean openAt(Instant instant) {
        return expires.isAfter(instant);
    }
}
