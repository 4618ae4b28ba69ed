package io.vigie.ingest.api.quarantine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.vigie.ingest.store.Quarantine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Measures the quarantine. */
@ApplicationScoped
class QuarantineKeeping {
    private final Quarantine quarantine;
    private final MultiGauge open;

    QuarantineKeeping(Quarantine quarantine, MeterRegistry meters) {
        this.quarantine = quarantine;
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
}
