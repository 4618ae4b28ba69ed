package io.vigie.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.vigie.ingest.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Takes up what the company changes in its sources, and tells once of what is broken. */
@ApplicationScoped
class SourceReload {
    private static final Logger LOG = Logger.getLogger(SourceReload.class);

    private final Sources sources;

    SourceReload(Sources sources, MeterRegistry registry) {
        this.sources = sources;
        registry.gauge("vigie.sources.broken", sources, Sources::faults);
    }

    @Scheduled(every = "${vigie.sources-looked-at-every:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        for (Sources.Change change : sources.refresh()) {
            change.fault()
                    .ifPresentOrElse(
                            fault -> LOG.warnf("kept as it was, for the change is broken: %s", fault),
                            () -> LOG.infof("source %s was taken up as it is now", change.source()));
        }
    }
}
