package io.vigie.ingest.api.customers;

import io.vigie.events.customer.Consent;
import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.api.answers.Body;
import io.vigie.ingest.api.answers.Json;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.api.answers.SoundCustomerId;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.intake.WishIntake;
import io.vigie.ingest.intake.Wishes.Objection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What customers wish of being contacted: consents with their proof, and objection to profiling. */
@Path("/customers/{id}")
@SoundCustomerId
@RolesAllowed(Scopes.CUSTOMERS)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class WishesResource {
    private final CustomerWishes wishes;
    private final InstantSource clock;

    WishesResource(CustomerWishes wishes, InstantSource clock) {
        this.wishes = wishes;
        this.clock = clock;
    }

    @GET
    @Path("/consents")
    @Operation(summary = "What the customer has said of being contacted, the latest word for each channel and purpose")
    public List<Consent> consents(@PathParam("id") String id) {
        return wishes.consents(id);
    }

    @PUT
    @Path("/consents")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Adds consents and refusals",
            description = "As [{\"channel\":\"phone\",\"purpose\":\"win-back\",\"given\":true,"
                    + "\"at\":\"2026-03-01T10:00:00Z\",\"proof\":\"crm:consent/881\"}]. Of two words for a channel and"
                    + " purpose the later holds, whether it came here or in a customer record.")
    public Response consent(@PathParam("id") String id, InputStream body) {
        Instant now = clock.instant();
        List<Consent> consents = taken(Json.read(Body.read(body)).then(json -> WishIntake.consents(id, json, now)));
        wishes.consent(id, consents);
        return Response.accepted(wishes.consents(id)).build();
    }

    @GET
    @Path("/objection")
    @Operation(summary = "Whether the customer objects to profiling for marketing, as they said it here")
    public Objects objection(@PathParam("id") String id) {
        return wishes.objects(id);
    }

    @POST
    @Path("/objection")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "The customer objects to profiling for marketing (GDPR 21)",
            description = "From then on not scored, not learned from, not contacted, whatever a CRM's records say. The"
                    + " body may say {\"at\": ..., \"proof\": ...}.")
    public Response object(@PathParam("id") String id, InputStream body) {
        return said(id, true, body);
    }

    @DELETE
    @Path("/objection")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "The customer withdraws their objection",
            description = "A customer record that objects still does.")
    public Response withdraw(@PathParam("id") String id, InputStream body) {
        return said(id, false, body);
    }

    private Response said(String id, boolean objects, InputStream body) {
        byte[] bytes = Body.read(body);
        Instant now = clock.instant();
        Decision<Objection> said = bytes.length == 0
                ? WishIntake.objection(id, objects, now)
                : Json.read(bytes).then(json -> WishIntake.objection(id, objects, json, now));
        wishes.object(id, taken(said));
        return Response.accepted(wishes.objects(id)).build();
    }

    private static <T> T taken(Decision<T> decision) {
        return switch (decision) {
            case Decision.Accepted<T>(T value) -> value;
            case Decision.Declined<T>(Refusal why) -> throw Problems.of(why);
        };
    }

    /**
     * Whether a customer objects.
     *
     * @param at when they last said so, or that they do no longer
     * @param onlyByRecord it is their record that says so: mend it there
     */
    public record Objects(boolean objects, Optional<Instant> at, Optional<String> proof, boolean onlyByRecord) {}
}
