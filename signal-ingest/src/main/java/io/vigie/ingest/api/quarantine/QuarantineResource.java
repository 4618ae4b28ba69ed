package io.vigie.ingest.api.quarantine;

import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.api.answers.Body;
import io.vigie.ingest.api.answers.CurrentCaller;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.store.Quarantine;
import io.vigie.ingest.store.QuarantineFilter;
import io.vigie.ingest.store.Quarantined;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What was refused, to look at, mend, send again or drop. */
@Path("/quarantine")
@RolesAllowed(Scopes.ADMIN)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class QuarantineResource {
    private static final int MOST_LISTED = 500;
    private static final int MOST_RESENT = 10_000;

    private final Quarantine quarantine;
    private final Resending resending;
    private final CurrentCaller caller;
    private final InstantSource clock;

    QuarantineResource(Quarantine quarantine, Resending resending, CurrentCaller caller, InstantSource clock) {
        this.quarantine = quarantine;
        this.resending = resending;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "What was refused, the newest first",
            description = "reason, source, via, from, to (ISO instants) and status (open, resent, dropped) choose;"
                    + " after takes the next of the page before.")
    public QuarantineView.Page list(
            @Context UriInfo asked,
            @QueryParam("after") Optional<UUID> after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int wanted = Math.clamp(limit, 1, MOST_LISTED);
        return QuarantineView.Page.of(quarantine.newest(filter(asked), after, wanted), wanted);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One thing that was refused, with its content as text, or as base64 where it is no text")
    public QuarantineView.Whole get(@PathParam("id") UUID id) {
        return QuarantineView.Whole.of(known(id));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Sends it again as mended, the way it came in",
            description = "202 when it is taken; otherwise the problem says why it stays open. The body is read as"
                    + " what came first, whatever its Content-Type; ids stay, so nothing counts twice.")
    public Response mend(@PathParam("id") UUID id, InputStream body) {
        Quarantined what = known(id);
        if (!what.open()) {
            throw Problems.of(
                    409, "not-open", "it was " + what.status().word() + " already: nothing is left to be mended");
        }
        Optional<Refusal> refused = resending.mended(what, Body.read(body), caller.name());
        return refused.map(why -> Problems.of(why).toResponse())
                .orElseGet(() -> Response.accepted(QuarantineView.of(known(id))).build());
    }

    @POST
    @Path("/resend")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Sends all of a kind again as they are, in the order in which they came",
            description = "Chooses like the list; at most limit of them, then next says where to go on with after.")
    public Resending.Answer resend(
            @Context UriInfo asked,
            @QueryParam("after") Optional<UUID> after,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        return resending.all(filter(asked), after, Math.clamp(limit, 1, MOST_RESENT), caller.name());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Drops it: it is right that it was refused")
    public Response drop(@PathParam("id") UUID id) {
        quarantine.settle(known(id).id(), Quarantined.Status.DROPPED, Optional.of(caller.name()), clock.instant());
        return Response.noContent().build();
    }

    private Quarantined known(UUID id) {
        return quarantine
                .find(id)
                .orElseThrow(() -> Problems.of(
                        404, "unknown-refusal", "nothing in quarantine has the id " + id + "; it may have aged out"));
    }

    private static QuarantineFilter filter(UriInfo asked) {
        try {
            return QuarantineFilter.of(
                    name -> Optional.ofNullable(asked.getQueryParameters().getFirst(name)));
        } catch (IllegalArgumentException e) {
            throw Problems.of(400, "malformed-query", String.valueOf(e.getMessage()));
        }
    }
}
