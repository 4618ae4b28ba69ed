package io.vigie.ingest.api.sources;

import io.vigie.ingest.access.Caller;
import io.vigie.ingest.api.answers.WebhookHandshake;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where senders to one source ask whether they may; what they send is proven later, each time. */
@Path("/sources")
public class SourceHandshake {
    private final WebhookHandshake handshake;
    private final KnownSources sources;
    private final Caller caller;

    SourceHandshake(WebhookHandshake handshake, KnownSources sources, Caller caller) {
        this.handshake = handshake;
        this.sources = sources;
        this.caller = caller;
    }

    @OPTIONS
    @Path("/{source}")
    @PermitAll
    @Operation(summary = "Agrees to deliveries by webhook to a source, from origins that are allowed")
    public Response options(
            @PathParam("source") String name, @HeaderParam("WebHook-Request-Origin") Optional<String> origin) {
        return handshake.answer(origin, sources.named(name, caller).spec().rateLimit());
    }
}
