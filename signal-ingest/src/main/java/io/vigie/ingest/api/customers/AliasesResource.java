package io.vigie.ingest.api.customers;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.api.answers.Body;
import io.vigie.ingest.api.answers.Json;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.api.answers.SoundCustomerId;
import io.vigie.ingest.api.quarantine.Release;
import io.vigie.ingest.intake.AliasKeys;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.store.AliasConflict;
import io.vigie.ingest.store.Aliases;
import io.vigie.ingest.store.Claim;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The keys that other systems know a customer by. */
@Path("/customers/{id}/aliases")
@SoundCustomerId
@RolesAllowed(Scopes.CUSTOMERS)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class AliasesResource {
    private final Aliases aliases;
    private final Release release;
    private final InstantSource clock;

    AliasesResource(Aliases aliases, Release release, InstantSource clock) {
        this.aliases = aliases;
        this.release = release;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The keys that other systems know a customer by")
    public Known get(@PathParam("id") String id) {
        Map<String, List<String>> bySystem = new TreeMap<>();
        aliases.of(id).forEach(alias -> {
            int colon = alias.indexOf(':');
            bySystem.computeIfAbsent(alias.substring(0, colon), _ -> new ArrayList<>())
                    .add(alias.substring(colon + 1));
        });
        return new Known(id, bySystem);
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Adds keys that other systems know a customer by; none is taken away",
            description =
                    "As {\"stripe\": [\"cus_1\"], \"email\": [\"a@b.c\"]}. What waited for one of them is taken by"
                            + " itself. 409 when one is another customer's, unless move=true.")
    public Known put(
            @PathParam("id") String id, @QueryParam("move") @DefaultValue("false") boolean move, InputStream body) {
        List<Claim> claims =
                switch (Json.read(Body.read(body)).then(json -> claims(id, json))) {
                    case Decision.Accepted<List<Claim>>(List<Claim> said) -> said;
                    case Decision.Declined<List<Claim>>(Refusal why) -> throw Problems.of(why);
                };
        learn(claims, move);
        release.learned(claims.stream().map(Claim::alias).toList());
        return get(id);
    }

    @DELETE
    @Path("/{system}/{key:.+}")
    @Operation(summary = "Takes a key away from a customer; what was taken under it stays theirs")
    public Response delete(
            @PathParam("id") String id, @PathParam("system") String system, @PathParam("key") String key) {
        boolean canBe = AliasKeys.fault(system, key).isEmpty();
        if (!canBe || !aliases.forget(new Claim(aliases.alias(system, key), id))) {
            throw Problems.of(404, "unknown-alias", id + " has no such key of " + system);
        }
        return Response.noContent().build();
    }

    private void learn(List<Claim> claims, boolean move) {
        if (move) {
            aliases.move(claims, clock.instant());
            return;
        }
        try {
            aliases.learn(claims, clock.instant());
        } catch (AliasConflict conflict) {
            throw Problems.of(
                    409,
                    Reason.ALIAS_CONFLICT.word(),
                    conflict.claim().alias() + " is already that of " + conflict.owner()
                            + ": nothing was changed; give move=true to take it away from them");
        }
    }

    private Decision<List<Claim>> claims(String id, JsonNode json) {
        List<Claim> claims = new ArrayList<>();
        for (Map.Entry<String, JsonNode> system : json.properties()) {
            JsonNode keys = system.getValue();
            for (JsonNode key : keys.isArray() ? keys : List.of(keys)) {
                Optional<String> fault = key.isTextual()
                        ? AliasKeys.fault(system.getKey(), key.textValue())
                        : Optional.of("the keys of " + system.getKey() + " must be texts");
                if (fault.isPresent()) {
                    return Decision.decline(Reason.WRONG_CUSTOMER.because("aliases: " + fault.get()));
                }
                claims.add(new Claim(aliases.alias(system.getKey(), key.textValue()), id));
            }
        }
        return claims.isEmpty()
                ? Decision.decline(Reason.WRONG_CUSTOMER.because(
                        "aliases: give an object of keys by system, as {\"stripe\": [\"cus_1\"]}"))
                : Decision.accept(claims);
    }

    /** A customer's keys by system. */
    public record Known(String id, Map<String, List<String>> aliases) {}
}
