package io.vigie.retention.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.events.wire.EventType;
import io.vigie.retention.dispatch.WebhookRound;
import io.vigie.retention.store.Deliveries;
import io.vigie.retention.store.Deliveries.Delivery;
import io.vigie.retention.store.Deliveries.Status;
import io.vigie.retention.store.Webhooks;
import io.vigie.retention.store.Webhooks.Endpoint;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who is told of cases and tasks by webhook, over HTTP; for managers. */
@Path("/admin/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class WebhookResource {
    private final WebhookRound round;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final SecurityIdentity identity;
    private final Clock clock;

    WebhookResource(
            WebhookRound round, Webhooks webhooks, Deliveries deliveries, SecurityIdentity identity, Clock clock) {
        this.round = round;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Who is told, without the secrets")
    public List<Endpoint> all() {
        return webhooks.all();
    }

    @POST
    @Operation(summary = "Tell an endpoint from now on; its secret is in this answer and never shown again")
    public WebhookRound.Made register(@Nullable Wanted wanted) {
        String url = Asked.text(wanted == null ? null : wanted.url())
                .orElseThrow(() -> Problems.wrong("Send {\"url\": …, \"types\": […]} as JSON."));
        List<String> types = Optional.ofNullable(wanted)
                .map(Wanted::types)
                .<List<String>>map(given -> given)
                .orElse(List.of());
        Set<String> known = EventType.ALL.stream().map(EventType::name).collect(Collectors.toSet());
        if (!known.containsAll(types)) {
            throw Problems.wrong("types: each is one of "
                    + String.join(", ", known.stream().sorted().toList()) + ".");
        }
        try {
            return round.register(
                    URI.create(url), types, identity.getPrincipal().getName());
        } catch (IllegalArgumentException e) {
            throw Problems.wrong(e.getMessage() + ".");
        }
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Tell an endpoint nothing more")
    public Endpoint disable(@RestPath String id) {
        UUID endpoint = Asked.id("webhook", id);
        webhooks.disableBy(endpoint, Who.is(identity), clock.instant());
        return webhooks.find(endpoint).orElseThrow(() -> Problems.unknown("webhook", id));
    }

    @GET
    @Path("/deliveries")
    @Operation(summary = "What was delivered or not, the latest first; after=ENDPOINT/EVENT for the next page")
    public List<Delivery> deliveries(
            @RestQuery @Nullable String endpoint,
            @RestQuery @Nullable String status,
            @RestQuery @DefaultValue("100") int limit,
            @RestQuery @Nullable String after) {
        return deliveries.latest(
                Asked.text(endpoint).map(id -> Asked.id("webhook", id)),
                Asked.word("status", Status.class, status),
                Asked.limit(limit),
                Asked.text(after).map(WebhookResource::place));
    }

    private static Deliveries.Place place(String after) {
        String[] parts = after.split("/", 2);
        if (parts.length < 2) {
            throw Problems.wrong("after: give the endpoint and the event of the last one you saw, as ENDPOINT/EVENT.");
        }
        return new Deliveries.Place(Asked.id("webhook", parts[0]), parts[1]);
    }

    @POST
    @Path("/{id}/deliveries/{event}/resend")
    @Operation(summary = "Deliver an event once more, under the same id")
    public void resend(@RestPath String id, @RestPath String event) {
        if (!deliveries.resend(Asked.id("webhook", id), event, Who.is(identity), clock.instant())) {
            throw Problems.unknown("delivery", event);
        }
    }

    /** An endpoint that somebody wants told. */
    public record Wanted(@Nullable String url, @Nullable List<String> types) {}
}
