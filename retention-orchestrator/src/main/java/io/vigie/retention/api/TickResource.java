package io.vigie.retention.api;

import io.vigie.events.wire.Topic;
import io.vigie.retention.store.Ticks;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Tells whoever closes a replay how far its closing tick has come. */
@Path("/ticks")
@Produces(MediaType.APPLICATION_JSON)
public class TickResource {
    private final Ticks ticks;

    TickResource(Ticks ticks) {
        this.ticks = ticks;
    }

    @GET
    @Path("/{run}")
    @Operation(summary = "In how many partitions a run's tick has been dealt with")
    public Passed passed(@RestPath String run) {
        return new Passed(run, ticks.passed(run), Topic.PARTITIONS);
    }

    /** Everything before the tick is dealt with when both numbers are the same. */
    public record Passed(String run, long passed, int of) {}
}
