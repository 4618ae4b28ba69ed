package io.vigie.ingest.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.store.ImportJobs;
import io.vigie.ingest.store.Quarantine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Measures the quarantine, and forgets what is too old, there and of imports. */
@ApplicationScoped
class QuarantineKeeping {
    private final Quarantine quarantine;
    private final ImportJobs imports;
    private final IngestSettings settings;
    private final InstantSource clock;
    private final MultiGauge open;

    QuarantineKeeping(
            Quarantine quarantine,
            ImportJobs imports,
            IngestSettings settings,
            InstantSource clock,
            MeterRegistry meters) {
        this.quarantine = quarantine;
        this.imports = imports;
        this.settings = settings;
        this.clock = clock;
        this.open = MultiGauge.builder("vigie.quarantine.open")
                .description("What was refused and not mended yet")
                .register(meters);
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        List<Row<?>> rows = quarantine.openKinds().stream()
                .<Row<?>>map(kind -> Row.of(Tags.of("reason", kind.reason(), "source", kind.source()), kind.open()))
                .toList();
        open.register(rows, true);
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        Instant longAgo = clock.instant().minus(settings.quarantineKeeps());
        quarantine.purge(longAgo);
        imports.purge(longAgo);
    }
}
