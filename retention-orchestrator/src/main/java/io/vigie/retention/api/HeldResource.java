package io.vigie.retention.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.retention.store.Held;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Gives a customer who asks after their own data what this service holds on them. */
@Path("/customers/{id}/held")
@Produces(MediaType.APPLICATION_JSON)
public class HeldResource {
    private final Held held;

    HeldResource(Held held) {
        this.held = held;
    }

    @GET
    @Operation(
            summary =
                    "Everything held on a customer here: cases, tasks with notes, offers, letters, messages, interviews",
            description = "Beside the export of signal-ingest, which has their record and every event.")
    public Map<String, List<JsonNode>> of(@RestPath String id) {
        return held.on(id);
    }
}
