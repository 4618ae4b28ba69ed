package io.vigie.retention.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.store.Purges;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** In live mode things grow old by the wall clock; in a replay, whose time is another, nothing is forgotten. */
@ApplicationScoped
class Purging {
    private final Purges purges;
    private final RetentionSettings settings;
    private final MeterRegistry metrics;
    private final Clock clock;

    Purging(Purges purges, RetentionSettings settings, MeterRegistry metrics, Clock clock) {
        this.purges = purges;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void hourly() {
        if (settings.mode() == RetentionSettings.Mode.LIVE) {
            purges.purge(clock.instant()).forEach(purge -> metrics.counter("vigie.purged", "table", purge.subject())
                    .increment((double) purge.removed()));
        }
    }
}
