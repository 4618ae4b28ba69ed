package io.vigie.retention.casework;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is only knowledge and never opens a case: what was before the company went live, what is long past, and what a
 * new model thinks.
 *
 * @param beginning nothing before it is acted on
 * @param live whether time is the wall clock's, so that what is older than a week is past
 */
public record History(Beginning beginning, boolean live) {
    private static final Duration PAST = Duration.ofDays(7);

    /** From when the company is live. */
    @FunctionalInterface
    public interface Beginning {
        boolean reached(Instant at);
    }

    /**
     * @param goLive from when the company is live; always unless there
     */
    public History(Optional<Instant> goLive, boolean live) {
        this(at -> goLive.map(start -> !at.isBefore(start)).orElse(true), live);
    }

    boolean actsOn(RiskAssessed risk, Instant at, Instant wallClock) {
        boolean recent = !live || !at.isBefore(wallClock.minus(PAST));
        return beginning.reached(at) && recent && risk.trigger() != Trigger.MODEL;
    }
}
