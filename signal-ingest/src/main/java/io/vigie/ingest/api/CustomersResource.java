package io.vigie.ingest.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.customer.Customer;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.intake.CustomerIntake;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.stream.Delivery;
import io.vigie.ingest.stream.Publisher;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes customer master records; of two records the later time wins. */
@Path("/customers")
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
@RolesAllowed(Scopes.CUSTOMERS)
public class CustomersResource {
    private static final String VIA = "http";
    private static final String SOURCE = "/customers";

    private final Publisher publisher;
    private final InstantSource clock;
    private final IngestSettings settings;
    private final Counters counters;

    CustomersResource(Publisher publisher, InstantSource clock, IngestSettings settings, Counters counters) {
        this.publisher = publisher;
        this.clock = clock;
        this.settings = settings;
        this.counters = counters;
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Hands over a customer record",
            description = "The id of the path wins; without time it holds from now (in a replay time must be given).")
    public Response put(@PathParam("id") String id, InputStream body) {
        byte[] bytes = Body.read(body);
        Instant now = clock.instant();
        return switch (Json.read(bytes).then(json -> CustomerIntake.decide(completed(json, id, now), now))) {
            case Decision.Accepted<Customer>(Customer customer) -> accept(customer);
            case Decision.Declined<Customer>(Refusal why) -> refuse(why, id, bytes, now);
        };
    }

    private Response accept(Customer customer) {
        Delivery delivery = publisher.begin();
        delivery.send(customer, SOURCE);
        delivery.await();
        counters.customers(VIA, 1);
        return Response.accepted(new Taken(customer.id(), customer.time())).build();
    }

    private Response refuse(Refusal why, String id, byte[] bytes, Instant now) {
        CloudEventReading reading = new CloudEventReading(
                Decision.decline(why),
                Optional.empty(),
                Optional.of(SOURCE),
                Optional.of(id),
                MediaType.APPLICATION_JSON,
                bytes);
        RefusedEvent refused = new RefusedEvent(why, reading);
        Delivery delivery = publisher.begin();
        delivery.send(refused.record(now), refused.key());
        delivery.await();
        counters.refused(VIA, why.reason(), 1);
        return Problems.of(why).toResponse();
    }

    private JsonNode completed(JsonNode json, String id, Instant now) {
        if (!(json instanceof ObjectNode record)) {
            return json;
        }
        record.put("id", id);
        if (!record.hasNonNull("time") && settings.mode() == IngestSettings.Mode.LIVE) {
            record.put("time", now.toString());
        }
        return record;
    }

    /** What was taken: whose record, holding since when. */
    public record Taken(String id, Instant time) {}
}
