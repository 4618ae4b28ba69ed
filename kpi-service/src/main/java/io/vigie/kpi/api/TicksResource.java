package io.vigie.kpi.api;

import io.smallrye.common.annotation.Blocking;
import io.vigie.events.wire.Topic;
import io.vigie.kpi.store.Measures;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Tells whoever replays when everything before the closing ticks has been measured. */
@Path("/ticks")
@Produces(MediaType.APPLICATION_JSON)
public class TicksResource {
    private static final int TOPICS_READ = 3;

    private final Measures measures;

    @Inject
    TicksResource(Measures measures) {
        this.measures = measures;
    }

    @GET
    @Path("{run}")
    @Blocking
    @Operation(summary = "How many partitions a replay's closing tick has passed, of how many")
    public Passed passed(@RestPath String run) {
        return new Passed(run, measures.ticksOf(run), TOPICS_READ * Topic.PARTITIONS);
    }

    /** Everything is measured when {@code passed} equals {@code of}. */
    public record Passed(String run, int passed, int of) {}
}
