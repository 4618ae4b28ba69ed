package io.vigie.ingest.api.signals;

import io.vigie.ingest.api.answers.WebhookHandshake;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where senders of CloudEvents ask whether they may; they have no key yet. */
@Path("/signals")
public class SignalsHandshake {
    private final WebhookHandshake handshake;

    SignalsHandshake(WebhookHandshake handshake) {
        this.handshake = handshake;
    }

    @OPTIONS
    @PermitAll
    @Operation(summary = "Agrees to deliveries by webhook, from origins that are allowed")
    public Response options(@HeaderParam("WebHook-Request-Origin") Optional<String> origin) {
        return handshake.answer(origin, Optional.empty());
    }
}
