package io.vigie.retention.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.retention.dispatch.WebhookRound;
import io.vigie.retention.store.Deliveries;
import io.vigie.retention.store.Deliveries.Delivery;
import io.vigie.retention.store.Webhooks;
import io.vigie.retention.store.Webhooks.Endpoint;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Who is told by webhook, and what was delivered or not; for managers. */
@Path("/desk/webhooks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("manager")
@Blocking
public class WebhookPages {
    private static final int MOST = 100;
    private static final URI HERE = URI.create("/desk/webhooks");

    private final WebhookRound round;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final SecurityIdentity identity;
    private final Clock clock;

    WebhookPages(WebhookRound round, Webhooks webhooks, Deliveries deliveries, SecurityIdentity identity, Clock clock) {
        this.round = round;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance all() {
        return page(Optional.empty(), Optional.empty());
    }

    /** The secret stands in this answer and nowhere else. */
    @POST
    @Operation(hidden = true)
    public TemplateInstance register(@FormParam("url") String url) {
        try {
            return page(
                    Optional.of(round.register(URI.create(url), List.of(), me()).secret()), Optional.empty());
        } catch (IllegalArgumentException e) {
            return page(Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    @POST
    @Path("{id}/disable")
    @Operation(hidden = true)
    public Response disable(@RestPath UUID id) {
        webhooks.disableBy(id, me(), clock.instant());
        return Response.seeOther(HERE).build();
    }

    @POST
    @Path("{id}/{event}/resend")
    @Operation(hidden = true)
    public Response resend(@RestPath UUID id, @RestPath String event) {
        deliveries.resend(id, event, me(), clock.instant());
        return Response.seeOther(HERE).build();
    }

    private TemplateInstance page(Optional<String> secret, Optional<String> fault) {
        return Templates.webhooks(
                webhooks.all(),
                deliveries.latest(Optional.empty(), Optional.empty(), MOST, Optional.empty()),
                secret,
                fault);
    }

    private String me() {
        return identity.getPrincipal().getName();
    }

    @CheckedTemplate(basePath = "acting")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance webhooks(
                List<Endpoint> endpoints, List<Delivery> deliveries, Optional<String> secret, Optional<String> fault);
    }
}
