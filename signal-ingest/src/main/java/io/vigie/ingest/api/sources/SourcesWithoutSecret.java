package io.vigie.ingest.api.sources;

import io.quarkus.runtime.StartupEvent;
import io.vigie.ingest.access.RequestGuard;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Says at start which sources cannot be used yet, rather than when their first request comes. */
@ApplicationScoped
class SourcesWithoutSecret {
    private static final Logger LOG = Logger.getLogger(SourcesWithoutSecret.class);

    void tell(@Observes StartupEvent start, Sources sources, RequestGuard guard) {
        String lacking = sources.all().stream()
                .filter(source -> guard.lacksSecret(source.name(), source.spec().auth()))
                .map(Source::name)
                .collect(Collectors.joining(", "));
        if (!lacking.isEmpty()) {
            LOG.warn("No secret is set for " + lacking + ": what is posted to these sources cannot be checked."
                    + " Set vigie.secret.\"NAME\", or put a file NAME into the folder vigie.secret-files.");
        }
    }
}
