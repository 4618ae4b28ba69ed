package io.vigie.ingest.api.answers;

import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.stream.TooLargeToSend;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** Sending again what is too large would never end: it is said how to make it smaller. */
@Provider
public final class TooLargeMapper implements ExceptionMapper<TooLargeToSend> {
    private static final Logger LOG = Logger.getLogger(TooLargeMapper.class);

    @Override
    public Response toResponse(TooLargeToSend e) {
        LOG.warn(e.getMessage());
        return Problems.of(Reason.TOO_LARGE.because(
                        "enciphered and packed for the broker it is larger than what that takes in one piece: send it in"
                                + " smaller parts, such as fewer events at once, fewer keys, shorter texts"))
                .toResponse();
    }
}
