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
        return risk.trigger() != Trigger.MODEL && reaches(at, wallClock);
    }

    /** Whether what is decided then, because its time has come and whatever was told last, is acted on. */
    boolean reaches(Instant at, Instant wallClock) {
        return beginning.reached(at) && !longPast(at, wallClock);
    }

    /** Whether time went by unseen over what was told while it was news, so that it is to be looked at now instead. */
    boolean sleptOver(RiskAssessed risk, Instant at, Instant wallClock) {
        boolean news = !longPast(risk.asOf(), risk.recordedAt());
        return news && beginning.reached(at) && longPast(at, wallClock);
    }

    private boolean longPast(Instant at, Instant wallClock) {
        return live && at.isBefore(wallClock.minus(PAST));
    }
}
