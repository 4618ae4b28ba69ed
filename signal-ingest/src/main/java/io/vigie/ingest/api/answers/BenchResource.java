package io.vigie.ingest.api.answers;

import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vigie.ingest.access.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What a bench compares with: a body read by whoever may send signals, and nothing done with it. It is there only where
 * {@code vigie.bench} is true, for its 202 promises nothing.
 */
@Path("/bench/read")
@RolesAllowed(Scopes.SIGNALS)
@EndpointDisabled(name = "vigie.bench", stringValue = "false", disableIfMissing = true)
public class BenchResource {
    @POST
    @RunOnVirtualThread
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response post(InputStream body) {
        Body.read(body);
        return Response.accepted().build();
    }
}
