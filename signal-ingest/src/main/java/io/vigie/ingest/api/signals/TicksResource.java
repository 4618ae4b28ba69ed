package io.vigie.ingest.api.signals;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.wire.Topic;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.api.answers.Body;
import io.vigie.ingest.api.answers.Json;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.stream.Delivery;
import io.vigie.ingest.stream.Publisher;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Closes a replay: tells every partition how far the replayed time has come. */
@Path("/ticks")
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
@RolesAllowed(Scopes.SIGNALS)
public class TicksResource {
    private static final int CONFLICT = 409;

    private final Publisher publisher;
    private final IngestSettings settings;

    TicksResource(Publisher publisher, IngestSettings settings) {
        this.publisher = publisher;
        this.settings = settings;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Closes a replay with a tick in every partition of the signals; 409 in live mode")
    public Response post(InputStream body) {
        if (settings.mode() == IngestSettings.Mode.LIVE) {
            throw Problems.of(
                    CONFLICT, "live", "ticks are for replays, and this runs live: start it with vigie.mode=replay");
        }
        return switch (Json.read(Body.read(body)).then(TicksResource::asked)) {
            case Decision.Declined<Asked>(Refusal why) -> Problems.of(why).toResponse();
            case Decision.Accepted<Asked>(Asked asked) -> send(asked);
        };
    }

    private Response send(Asked asked) {
        Delivery delivery = publisher.begin();
        delivery.sendTicks(asked.run(), asked.time());
        delivery.await();
        return Response.accepted(new Sent(asked.run(), Topic.PARTITIONS)).build();
    }

    private static Decision<Asked> asked(JsonNode json) {
        String run = json.path("run").asText();
        if (!run.matches("[A-Za-z0-9._-]{1,100}")) {
            return Decision.decline(
                    Reason.MISSING_ID.because("run: name the replay by letters, digits, dots and dashes"));
        }
        try {
            return Decision.accept(new Asked(
                    run, OffsetDateTime.parse(json.path("time").asText()).toInstant()));
        } catch (DateTimeException e) {
            return Decision.decline(
                    Reason.TIME_MISSING.because("time: say how far time has come, as 2026-01-31T10:00:00Z"));
        }
    }

    private record Asked(String run, Instant time) {}

    /** Which run is closed, in how many partitions. */
    public record Sent(String run, int partitions) {}
}
