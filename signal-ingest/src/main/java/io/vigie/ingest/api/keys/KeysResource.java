package io.vigie.ingest.api.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.ingest.access.ApiKey;
import io.vigie.ingest.access.KeyText;
import io.vigie.ingest.access.RateLimit;
import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.api.answers.Body;
import io.vigie.ingest.api.answers.Json;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.JsonFaults;
import io.vigie.ingest.intake.Names;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.intake.Times;
import io.vigie.ingest.store.ApiKeys;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Gives out keys, each shown once, and takes them back. */
@Path("/admin/keys")
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
@RolesAllowed(Scopes.ADMIN)
public class KeysResource {
    private static final int UNPROCESSABLE = 422;
    private static final int NOT_FOUND = 404;
    private static final int LONGEST_NAME = 100;

    private final ApiKeys keys;
    private final KnownKeys known;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    KeysResource(ApiKeys keys, KnownKeys known, InstantSource clock) {
        this.keys = keys;
        this.known = known;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Gives out a key, which is shown in this answer and never again",
            description = "Scopes are signals, customers, imports and admin, or signals:NAME and imports:NAME for one"
                    + " source only.")
    public Response create(InputStream body) {
        return switch (Json.read(Body.read(body))) {
            case Decision.Accepted<JsonNode>(JsonNode json) -> create(wanted(json));
            case Decision.Declined<JsonNode>(Refusal why) -> Problems.of(why).toResponse();
        };
    }

    @GET
    @Operation(summary = "The keys that were given out, without themselves")
    public List<ApiKey> list() {
        return keys.all();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revokes a key: at once on the instance that answers, within seconds on all others")
    public Response revoke(@PathParam("id") UUID id) {
        if (!keys.revoke(id, clock.instant())) {
            throw Problems.of(NOT_FOUND, "unknown-key", "no key has the id " + id + ": GET /admin/keys lists them");
        }
        known.forget();
        return Response.noContent().build();
    }

    private Response create(Wanted wanted) {
        byte[] drawn = new byte[KeyText.BYTES];
        random.nextBytes(drawn);
        String text = KeyText.of(drawn);
        ApiKey key = new ApiKey(
                UUID.randomUUID(),
                wanted.name(),
                KeyText.ending(text),
                wanted.scopes(),
                wanted.rateLimit(),
                clock.instant(),
                wanted.expiresAt(),
                Optional.empty(),
                Optional.empty());
        keys.keep(key, KeyText.digest(text));
        known.forget();
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(new Given(key.id(), text, key.name(), key.scopes(), key.expiresAt()))
                .build();
    }

    private static Wanted wanted(JsonNode json) {
        try {
            return EventJson.mapper().treeToValue(json, Wanted.class);
        } catch (JsonProcessingException e) {
            throw Problems.of(UNPROCESSABLE, "wrong-key", JsonFaults.of(e));
        }
    }

    /** What a key is asked to be. */
    record Wanted(String name, Set<String> scopes, Optional<Instant> expiresAt, Optional<RateLimit> rateLimit) {
        Wanted {
            expiresAt = expiresAt == null ? Optional.empty() : expiresAt;
            rateLimit = rateLimit == null ? Optional.empty() : rateLimit;
            if (name == null || name.length() > LONGEST_NAME || !Names.isSound(name)) {
                throw new IllegalArgumentException(
                        "name: say in up to 100 characters of plain text who will use the key");
            }
            if (!expiresAt.map(Times::canBeMeant).orElse(true)) {
                throw new IllegalArgumentException(
                        "expiresAt: give an instant between 1900 and 2200, or leave it out of a key that stays good");
            }
            if (scopes == null || scopes.isEmpty() || !scopes.stream().allMatch(Scopes::isScope)) {
                throw new IllegalArgumentException(
                        "scopes: give some of signals, customers, imports, admin, signals:SOURCE, imports:SOURCE");
            }
        }
    }

    /** A key on its only way out. */
    public record Given(UUID id, String key, String name, Set<String> scopes, Optional<Instant> expiresAt) {
        @Override
        public String toString() {
            return "the key " + name;
        }
    }
}
