package io.vigie.ingest.api.customers;

import io.vigie.events.customer.Customer;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Via;
import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.api.answers.Body;
import io.vigie.ingest.api.answers.Counters;
import io.vigie.ingest.api.answers.CurrentCaller;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.api.answers.SoundCustomerId;
import io.vigie.ingest.api.signals.CloudEventReading;
import io.vigie.ingest.api.signals.RefusedEvent;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.store.ErasureRows;
import io.vigie.ingest.stream.Delivery;
import io.vigie.ingest.stream.Publisher;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Takes customer master records; of two records the later time wins. */
@Path("/customers")
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
@RolesAllowed(Scopes.CUSTOMERS)
public class CustomersResource {
    private static final String VIA = "http";

    private final CustomerRecords records;
    private final Publisher publisher;
    private final InstantSource clock;
    private final Counters counters;
    private final Erasing erasing;
    private final CurrentCaller caller;

    CustomersResource(
            CustomerRecords records,
            Publisher publisher,
            InstantSource clock,
            Counters counters,
            Erasing erasing,
            CurrentCaller caller) {
        this.records = records;
        this.publisher = publisher;
        this.clock = clock;
        this.counters = counters;
        this.erasing = erasing;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Hands over a customer record",
            description = "The id of the path wins; without time it holds from now (in a replay time must be given).")
    @RequestBody(ref = CustomerInOpenApi.BODY)
    public Response put(@PathParam("id") String id, InputStream body) {
        byte[] bytes = Body.read(body);
        Instant now = clock.instant();
        return switch (records.read(id, bytes, now)) {
            case Decision.Accepted<Customer>(Customer customer) -> accept(customer);
            case Decision.Declined<Customer>(Refusal why) -> refuse(why, id, bytes, now);
        };
    }

    @GET
    @SoundCustomerId
    @Path("/{id}")
    @Operation(summary = "The last record of a customer with their wishes, as it is told to who makes contact")
    public Customer get(@PathParam("id") String id) {
        return records.find(id).orElseThrow(() -> Problems.of(404, "unknown-customer", "there is no record of " + id));
    }

    @DELETE
    @SoundCustomerId
    @Path("/{id}")
    @Operation(
            summary = "Erases a customer (GDPR 17)",
            description = "Their key is destroyed, so that what is personal of them can be read nowhere any more; every"
                    + " service drops or makes anonymous what it holds. What happened before is refused from then on;"
                    + " what comes later concerns a stranger. 503: it is erased here, and told as soon as the broker is"
                    + " back; asking again does no harm.")
    public Response erase(@PathParam("id") String id) {
        ErasureRows.Erasure erasure = erasing.erase(id, caller.name(), ErasureRows.Why.ASKED);
        return Response.accepted(new Erased(erasure.id(), erasure.at(), erasure.counts()))
                .build();
    }

    private Response accept(Customer customer) {
        Optional<Refusal> conflict = records.take(customer);
        counters.customers(VIA, 1);
        conflict.ifPresent(
                why -> keep(Learning.refused(customer, why, CustomerRecords.SOURCE, clock.instant()), customer.id()));
        return Response.accepted(new Taken(customer.id(), customer.time(), conflict.map(Refusal::detail)))
                .build();
    }

    private Response refuse(Refusal why, String id, byte[] bytes, Instant now) {
        Map<String, String> known = Map.of("source", CustomerRecords.SOURCE, "subject", id);
        CloudEventReading reading = new CloudEventReading(
                Decision.decline(why),
                name -> Optional.ofNullable(known.get(name)),
                MediaType.APPLICATION_JSON,
                Map.of(),
                () -> bytes);
        RefusedEvent refused = new RefusedEvent(why, Via.CUSTOMERS, reading);
        keep(refused.record(now), refused.key());
        return Problems.of(why).toResponse();
    }

    private void keep(Refused refused, String key) {
        Delivery delivery = publisher.begin();
        delivery.send(refused, key);
        delivery.await();
        counters.refused(VIA, refused.reason(), 1);
    }

    /**
     * What was erased here.
     *
     * @param counts rows, by what they were
     */
    public record Erased(UUID erasure, Instant at, Map<String, Integer> counts) {}

    /**
     * What was taken: whose record, holding since when.
     *
     * @param conflict what is to be mended where an alias of it is another customer's
     */
    public record Taken(String id, Instant time, Optional<String> conflict) {}
}
