package io.vigie.ingest.api.signals;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.Via;
import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.api.answers.Body;
import io.vigie.ingest.api.answers.Counters;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.stream.Delivery;
import io.vigie.ingest.stream.Publisher;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes signals as CloudEvents; the answer is 202 only when the broker has them. */
@Path("/signals")
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
@RolesAllowed(Scopes.SIGNALS)
public class SignalsResource {
    private static final String VIA = "http";

    private final EventIntake intake;
    private final Publisher publisher;
    private final InstantSource clock;
    private final Counters counters;

    SignalsResource(EventIntake intake, Publisher publisher, InstantSource clock, Counters counters) {
        this.intake = intake;
        this.publisher = publisher;
        this.clock = clock;
        this.counters = counters;
    }

    @POST
    @RunOnVirtualThread
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Hands over signals",
            description = "CloudEvents 1.0 in binary, structured or batch mode; subject is the customer's id, and time"
                    + " must be given. 202 when all are safe with the broker, whether taken or waiting for their"
                    + " customer to be known; 207 when some of a batch are refused.")
    public Response post(@Context HttpHeaders headers, InputStream body) {
        return switch (SignalRequest.read(CloudEventHeaders.of(headers), Body.read(body))) {
            case SignalRequest.Single(CloudEventReading event) -> single(event);
            case SignalRequest.Batch(List<CloudEventReading> events) -> batch(events);
        };
    }

    private Response single(CloudEventReading event) {
        Delivery delivery = publisher.begin();
        Instant now = clock.instant();
        switch (intake.decide(event, now)) {
            case Decision.Accepted<Signal>(Signal signal) -> {
                delivery.send(signal, now);
                delivery.await();
                counters.signals(VIA, 1);
                return Response.accepted(new Taken(signal.id(), signal.source(), 1))
                        .build();
            }
            case Decision.Declined<Signal>(Refusal why) -> {
                RefusedEvent refused = new RefusedEvent(why, Via.SIGNALS, event);
                delivery.send(refused.record(now), refused.key());
                delivery.await();
                counters.refused(VIA, why.reason(), 1);
                return why.waits()
                        ? Response.accepted(Waiting.of(event, why)).build()
                        : Problems.of(why).toResponse();
            }
        }
    }

    private Response batch(List<CloudEventReading> events) {
        Delivery delivery = publisher.begin();
        Instant now = clock.instant();
        List<BatchAnswer.Result> results = new ArrayList<>();
        for (CloudEventReading event : events) {
            switch (intake.decide(event, now)) {
                case Decision.Accepted<Signal>(Signal signal) -> {
                    delivery.send(signal, now);
                    results.add(BatchAnswer.taken(results.size(), signal));
                }
                case Decision.Declined<Signal>(Refusal why) -> {
                    RefusedEvent refused = new RefusedEvent(why, Via.SIGNALS, event);
                    delivery.send(refused.record(now), refused.key());
                    results.add(BatchAnswer.refused(results.size(), refused));
                }
            }
        }
        delivery.await();
        BatchAnswer answer = BatchAnswer.of(results);
        counters.signals(VIA, answer.accepted());
        answer.reasons().forEach(reason -> counters.refused(VIA, reason, 1));
        return answer.response();
    }

    /** What was taken of a single event. */
    public record Taken(String id, String source, int accepted) {}

    /**
     * A single event of a customer whom nobody knows yet: kept, and taken by itself once one of the aliases is.
     *
     * @param waitsFor each as {@code system:key}
     */
    public record Waiting(
            Optional<String> id,
            Optional<String> source,
            int accepted,
            int waiting,
            String reason,
            String detail,
            List<String> waitsFor) {
        static Waiting of(CloudEventReading event, Refusal why) {
            return new Waiting(event.id(), event.source(), 0, 1, why.reason(), why.detail(), why.waitsFor());
        }
    }
}
