package io.vigie.ingest.api.keys;

import io.vigie.ingest.access.AuthSpec;
import io.vigie.ingest.access.RawRequest;
import io.vigie.ingest.access.RequestGuard;
import io.vigie.ingest.access.Scheme;
import io.vigie.ingest.api.answers.Body;
import io.vigie.ingest.api.signals.CloudEventHeaders;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** The guard and nothing behind it: a source named after a scheme proves itself by it, any other by a key. */
@Path("/guarded")
public class GuardedSource {
    private final RequestGuard guard;

    GuardedSource(RequestGuard guard) {
        this.guard = guard;
    }

    @POST
    @Path("/{name}")
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    public Response post(
            @PathParam("name") String name, @Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        Optional<AuthSpec> auth = name.equals("stripe") || name.equals("zendesk")
                ? Optional.of(AuthSpec.of(scheme(name)))
                : Optional.empty();
        guard.admit(
                name,
                auth,
                new RawRequest("POST", uri.getRequestUri().toString(), CloudEventHeaders.of(headers), Body.read(body)));
        return Response.accepted().build();
    }

    private static Scheme scheme(String name) {
        return Scheme.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
