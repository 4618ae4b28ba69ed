package io.vigie.scorer.stream;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.EventType;
import io.vigie.events.wire.Ids;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Tick;
import io.vigie.events.wire.Via;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.watch.Telling;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends what the watch tells, and what it refuses, each to its topic. */
final class Outlet {
    static final String SOURCE = "/vigie/risk-scorer";
    static final String RISK = "risk";
    static final String TICKS = "ticks";
    static final String REFUSED = "refused";

    private final ProcessorContext<String, byte[]> context;
    private final Clock clock;

    Outlet(ProcessorContext<String, byte[]> context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    void tell(String customer, Telling telling, Optional<Instant> receivedAt) {
        Event<RiskAssessed> event = new Event<>(
                telling.id(),
                SOURCE,
                EventType.RISK_ASSESSED.name(),
                customer,
                telling.assessed().asOf(),
                telling.causedBy(),
                telling.causedBy().flatMap(id -> receivedAt),
                telling.assessed());
        forward(EventCodec.record(RISK, event), RISK);
    }

    /** The same event, as one of the scorer's, to whoever follows the risks. */
    void handOn(Event<?> event) {
        forward(
                EventCodec.record(
                        RISK,
                        new Event<>(
                                event.id(),
                                SOURCE,
                                event.type(),
                                event.subject(),
                                event.time(),
                                Optional.of(event.id()),
                                event.receivedAt(),
                                event.data())),
                RISK);
    }

    void handOn(Tick tick) {
        forward(EventCodec.record(TICKS, SOURCE, tick), TICKS);
    }

    void contradicts(Entry entry, byte[] content) {
        refuse(
                entry.customer(),
                content,
                "contradicts-earlier",
                "(source, id) stands with other content already: of the two the earlier counts; send a correction"
                        + " under an id of its own");
    }

    void cannotBeWorkedOut(Entry entry, byte[] content) {
        refuse(
                entry.customer(),
                content,
                "cannot-be-worked-out",
                "no risk can be worked out with it, so it counts for nothing; the scorer's log says what failed: correct"
                        + " its figures and dates, or the model, and send it again");
    }

    void beforeTheTimeline(Entry entry, byte[] content, Instant horizon) {
        refuse(
                entry.customer(),
                content,
                "before-the-timeline",
                "what happened up to " + horizon + " is no longer kept one by one, so nothing can be put among it;"
                        + " vigie.timeline.keep says for how long it is");
    }

    void refuse(String customer, byte[] content, String reason, String detail) {
        Instant now = clock.instant();
        Refused refused = new Refused(
                reason,
                detail,
                Via.SCORER,
                SOURCE,
                Optional.empty(),
                "application/json",
                Refused.encode(content),
                now,
                List.of());
        String id = Ids.derived(reason + " " + customer + " " + refused.rawBase64(), REFUSED)
                .toString();
        forward(EventCodec.record(REFUSED, Event.of(id, SOURCE, customer, now, refused)), REFUSED);
    }

    private void forward(ProducerRecord<String, byte[]> out, String sink) {
        context.forward(new Record<>(out.key(), out.value(), context.currentSystemTimeMs(), out.headers()), sink);
    }
}
