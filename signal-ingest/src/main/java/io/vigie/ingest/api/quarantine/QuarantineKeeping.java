package io.vigie.ingest.api.quarantine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.scheduler.Scheduled;
import io.vigie.ingest.store.Quarantine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Measures the quarantine. */
@ApplicationScoped
class QuarantineKeeping {
    private final Quarantine quarantine;
    private final InstantSource clock;
    private final MultiGauge open;
    private final AtomicLong oldestWaits = new AtomicLong();

    QuarantineKeeping(Quarantine quarantine, InstantSource clock, MeterRegistry meters) {
        this.quarantine = quarantine;
        this.clock = clock;
        this.open = MultiGauge.builder("vigie.quarantine.open")
                .description("What was refused and not mended yet")
                .register(meters);
        TimeGauge.builder("vigie.quarantine.oldest.waiting", oldestWaits::get, TimeUnit.SECONDS)
                .description("How long the oldest has waited whose customer is not known yet")
                .register(meters);
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        List<Row<?>> rows = quarantine.openKinds().stream()
                .<Row<?>>map(kind -> Row.of(Tags.of("reason", kind.reason(), "source", kind.source()), kind.open()))
                .toList();
        open.register(rows, true);
        oldestWaits.set(quarantine
                .waitingSince()
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L));
    }
}
