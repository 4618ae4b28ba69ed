package io.vigie.ingest.api.sources;

import io.vigie.ingest.access.Caller;
import io.vigie.ingest.api.answers.WebhookHandshake;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HEAD;
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

    /** Some systems, such as Intercom, look whether anybody is there before they deliver to an address. */
    @HEAD
    @Path("/{source}")
    @PermitAll
    @Operation(summary = "Whether a source takes webhooks: 200, or 404 where there is none or it takes files alone")
    public Response head(@PathParam("source") String name) {
        boolean takesFiles = sources.named(name, caller).spec().format().isOfFiles();
        return Response.status(takesFiles ? Response.Status.NOT_FOUND : Response.Status.OK)
                .build();
    }
}
