package io.vigie.retention.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.retention.dispatch.Sender;
import io.vigie.retention.letters.Envelope;
import io.vigie.retention.store.Outgoing;
import io.vigie.retention.store.Sending;
import io.vigie.retention.store.Sending.Status;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What was sent by machine, over HTTP: what became of it, what stood in it, and settling what is unclear. */
@Path("/outgoing")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class OutgoingResource {
    private final Outgoing outgoing;
    private final Sender sender;
    private final SecurityIdentity identity;
    private final Clock clock;

    OutgoingResource(Outgoing outgoing, Sender sender, SecurityIdentity identity, Clock clock) {
        this.outgoing = outgoing;
        this.sender = sender;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Messages and invitations, the latest first")
    public List<Sending> outgoing(
            @RestQuery @Nullable String status,
            @RestQuery @DefaultValue("100") int limit,
            @RestQuery @Nullable String after) {
        return outgoing.latest(
                Asked.word("status", Status.class, status),
                Asked.limit(limit),
                Asked.text(after).map(id -> Asked.id("message", id)));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "What stood in it; 404 once its customer is erased")
    public Envelope envelope(@RestPath String id) {
        return outgoing.envelope(found(id)).orElseThrow(() -> Problems.unknown("message", id));
    }

    @POST
    @Path("/{id}/sent")
    @Operation(summary = "Say of something unclear that it has left: its task is done")
    public Sending sent(@RestPath String id) {
        return settled(id, sender.settle(found(id).id(), Who.is(identity)));
    }

    @POST
    @Path("/{id}/resend")
    @Operation(summary = "Let something that failed, or surely never left, be sent again")
    public Sending resend(@RestPath String id) {
        Sending sending = found(id);
        if (sending.unsettled() && outgoing.over(sending.id())) {
            throw Problems.conflict(
                    "Its task is over, and what comes after it has begun; to write all the same, decide so with POST"
                            + " /customers/{id}/overrule.");
        }
        return settled(id, outgoing.resend(sending.id(), Who.is(identity), clock.instant()));
    }

    private Sending settled(String id, boolean moved) {
        if (!moved) {
            throw Problems.conflict(
                    "It is " + found(id).status().word() + "; only what is unclear or failed can be settled.");
        }
        return found(id);
    }

    private Sending found(String id) {
        return outgoing.find(Asked.id("message", id)).orElseThrow(() -> Problems.unknown("message", id));
    }
}
