package io.vigie.retention.casework;

import io.vigie.events.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a task stands against its due time, and when that is looked at next.
 *
 * @param next none where nobody follows it up
 */
public record Watch(Stage stage, Optional<Instant> next) {
    static final Watch NONE = new Watch(Stage.ON_TIME, Optional.empty());

    /** How far it has come. */
    public enum Stage implements Word {
        ON_TIME,
        WARNED,
        LATE
    }

    /** From the share of its time on at which it is warned of. */
    static Watch over(Instant from, Instant due, double warnAtShare) {
        Duration all = Duration.between(from, due);
        Instant warn = all.isNegative() ? due : from.plusMillis((long) (all.toMillis() * warnAtShare));
        return new Watch(Stage.ON_TIME, Optional.of(warn));
    }

    Watch warned(Instant due) {
        return new Watch(Stage.WARNED, Optional.of(due));
    }

    Watch late(Optional<Instant> up) {
        return new Watch(Stage.LATE, up);
    }

    /** What is put off is not watched meanwhile. */
    Watch notBefore(Instant until) {
        return new Watch(stage, next.map(at -> at.isBefore(until) ? until : at));
    }
}
