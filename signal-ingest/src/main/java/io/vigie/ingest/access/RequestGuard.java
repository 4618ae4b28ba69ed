package io.vigie.ingest.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Lets requests in, or answers why not. */
@ApplicationScoped
public class RequestGuard {
    private static final Logger LOG = Logger.getLogger(RequestGuard.class);

    public void admit(String source, Optional<AuthSpec> auth, RawRequest request) {
        LOG.debugf(
                "%s %s for %s, scheme %s",
                request.method(),
                request.uri(),
                source,
                auth.map(AuthSpec::scheme).orElse("none"));
    }
}
