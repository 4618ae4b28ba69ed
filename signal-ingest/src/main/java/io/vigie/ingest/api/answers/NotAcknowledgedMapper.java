package io.vigie.ingest.api.answers;

import io.vigie.ingest.stream.NotAcknowledged;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** A missing acknowledgement is never answered with a promise, but with when to try again. */
@Provider
public final class NotAcknowledgedMapper implements ExceptionMapper<NotAcknowledged> {
    private static final Logger LOG = Logger.getLogger(NotAcknowledgedMapper.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    @Override
    public Response toResponse(NotAcknowledged e) {
        LOG.warn(e.getMessage());
        return Problems.builder(
                        503,
                        "not-acknowledged",
                        "the broker has not confirmed it, so nothing is promised; send it again with the same ids,"
                                + " which do not count twice")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build()
                .toResponse();
    }
}
