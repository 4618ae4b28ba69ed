package io.vigie.retention.stream;

import io.quarkus.scheduler.Scheduled;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.store.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** In live mode deadlines come with the wall clock; in a replay they come with events and ticks instead. */
@ApplicationScoped
class PassingTime {
    private final Ledger ledger;
    private final RetentionSettings settings;
    private final Clock clock;

    PassingTime(Ledger ledger, RetentionSettings settings, Clock clock) {
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void passed() {
        boolean more = settings.mode() == RetentionSettings.Mode.LIVE;
        while (more) {
            more = ledger.passSome(clock.instant());
        }
    }
}
