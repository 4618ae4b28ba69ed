package io.vigie.ingest.api.answers;

import io.vigie.ingest.store.DatabaseAway;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** What needs the database waits for it at the sender's, who is told when to try again. */
@Provider
public final class DatabaseAwayMapper implements ExceptionMapper<DatabaseAway> {
    private static final Logger LOG = Logger.getLogger(DatabaseAwayMapper.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    @Override
    public Response toResponse(DatabaseAway e) {
        LOG.warn(e.getMessage());
        return Problems.builder(
                        503,
                        "database-away",
                        "the database does not answer, so nothing is promised; send it again with the same ids, which"
                                + " do not count twice")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build()
                .toResponse();
    }
}
