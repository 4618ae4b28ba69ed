package io.vigie.retention.store;

import io.vigie.retention.RetentionSettings;
import io.vigie.retention.casework.History;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * From when the company is live. Read again until it is known, well within the notice at which a going live is announced, so
 * that all instances begin at the same instant.
 */
@ApplicationScoped
class Beginning implements History.Beginning {
    private static final Duration FRESH = PolicyShelf.NOTICE.dividedBy(2);

    private final GoLiveRows rows;
    private final RetentionSettings settings;
    private final Clock clock;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(Instant.MIN, Optional.empty()));

    Beginning(GoLiveRows rows, RetentionSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    private record Known(Instant readAt, Optional<GoLive> live) {}

    @Override
    public boolean reached(Instant at) {
        boolean set = settings.goLive().map(from -> !at.isBefore(from)).orElse(true);
        return set
                && live().flatMap(GoLive::liveFrom)
                        .map(from -> !at.isBefore(from))
                        .orElse(!settings.waitForGoLive());
    }

    /** What began before it is history for whatever is decided from now on. */
    Optional<Instant> history() {
        return live().flatMap(one -> one.liveFrom().map(from -> from.minus(Duration.ofDays(one.historyDays()))));
    }

    /** In a replay a going live is not announced ahead, so that whoever waits for it looks each time. */
    private Duration fresh() {
        boolean announced = settings.mode() == RetentionSettings.Mode.LIVE || !settings.waitForGoLive();
        return announced ? FRESH : Duration.ZERO;
    }

    private Optional<GoLive> live() {
        Known now = known.get();
        Instant wallClock = clock.instant();
        if (now.live().isEmpty() && !now.readAt().isAfter(wallClock.minus(fresh()))) {
            now = new Known(wallClock, rows.live());
            known.set(now);
        }
        return now.live();
    }
}
