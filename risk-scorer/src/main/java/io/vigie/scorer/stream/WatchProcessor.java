package io.vigie.scorer.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.EventType;
import io.vigie.events.wire.Ids;
import io.vigie.events.wire.MalformedEvent;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Tick;
import io.vigie.events.wire.Via;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.watch.Standing;
import io.vigie.scorer.watch.Telling;
import io.vigie.scorer.watch.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.NullUnmarked;

/** One partition's watch: takes events in, finds duplicates, keeps the stores, fires what is due. */
@NullUnmarked
final class WatchProcessor implements Processor<String, byte[], String, byte[]> {
    static final String SOURCE = "/vigie/risk-scorer";
    static final String RISK = "risk";
    static final String TICKS = "ticks";
    static final String REFUSED = "refused";
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 2_000;

    private final Watch watch;
    private final boolean replay;
    private final Clock clock;
    private final Pace pace;
    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<Bytes, Entry> timeline;
    private Agenda agenda;
    private Seen seen;
    private Progress progress;
    private Tracking tracking;
    private Forgetting forgetting;
    private Sweep sweep;

    WatchProcessor(Watch watch, boolean replay, Clock clock, Pace pace) {
        this.watch = watch;
        this.replay = replay;
        this.clock = clock;
        this.pace = pace;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        timeline = context.getStateStore(StoreNames.TIMELINE);
        agenda = new Agenda(
                context.getStateStore(StoreNames.STANDINGS),
                context.getStateStore(StoreNames.REVIEWS),
                context.getStateStore(StoreNames.RANKING));
        KeyValueStore<Bytes, byte[]> digests = context.getStateStore(StoreNames.SEEN);
        seen = new Seen(digests);
        progress = new Progress(context.getStateStore(StoreNames.PROGRESS));
        tracking = new Tracking(context.getStateStore(StoreNames.TRACK), agenda, watch.predicting());
        forgetting = new Forgetting(agenda, List.of(timeline, digests), progress);
        if (!replay) {
            context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, at -> lookAround(Instant.ofEpochMilli(at)));
            sweep = new Sweep(context.getStateStore(StoreNames.STANDINGS), progress, pace.version(), pace.aSecond());
        }
    }

    @Override
    public void process(Record<String, byte[]> record) {
        try {
            Event<?> event = EventCodec.read(record.key(), record.headers(), record.value());
            switch (event.data()) {
                case Tick tick -> pass(tick);
                case Customer customer ->
                    take(new Entry.Known(customer, event.source(), event.id(), event.receivedAt()), record.value());
                case CustomerErased erased -> erase(event, erased.at());
                case JsonNode ignored -> take(new Entry.Happened(EventCodec.signal(event)), record.value());
                default -> throw new MalformedEvent(event.type() + " does not belong on this topic");
            }
        } catch (MalformedEvent e) {
            refuse(record.key(), record.value(), "malformed-event", e.getMessage());
        }
    }

    private void take(Entry entry, byte[] content) {
        String customer = entry.customer();
        if (replay) {
            tracking.settle(entry.time());
        }
        Standing before = agenda.of(customer);
        if (isNew(entry, content)) {
            if (before.asOf().isEmpty()) {
                progress.count(Progress.CUSTOMERS);
            }
            timeline.put(Keys.timeline(customer, entry.position()), entry);
            advance(
                    customer,
                    before,
                    watch.take(before, entry, () -> entries(timeline, customer), clock.instant()),
                    entry.receivedAt());
        }
        if (replay) {
            progress.reach(entry.time());
            fire(progress.now());
        }
    }

    private boolean isNew(Entry entry, byte[] content) {
        Seen.Verdict verdict = seen.meet(entry, content);
        if (entry instanceof Entry.Happened) {
            progress.count(verdict instanceof Seen.Verdict.New ? Progress.PROCESSED : Progress.DUPLICATES);
        }
        return switch (verdict) {
            case Seen.Verdict.New() -> true;
            case Seen.Verdict.Again() -> false;
            case Seen.Verdict.Contradicts() -> {
                reportContradiction(entry, content);
                yield false;
            }
            case Seen.Verdict.Replaces(Bytes line) -> {
                reportContradiction(entry, content);
                timeline.delete(line);
                yield true;
            }
        };
    }

    /** Told a second time, it must not take what a stranger of the same id has begun meanwhile. */
    private void erase(Event<?> event, Instant at) {
        String customer = event.subject();
        if (progress.firstTime(event.id(), at)) {
            Standing known = agenda.of(customer);
            advance(customer, known, watch.review(known, customer, at, clock.instant()), Optional.empty());
            forgetting.of(customer);
            tracking.forget(customer);
            forward(
                    EventCodec.record(
                            RISK,
                            new Event<>(
                                    event.id(),
                                    SOURCE,
                                    event.type(),
                                    customer,
                                    event.time(),
                                    Optional.of(event.id()),
                                    event.receivedAt(),
                                    event.data())),
                    RISK);
        }
        if (replay) {
            progress.reach(at);
            fire(progress.now());
        }
    }

    private void pass(Tick tick) {
        progress.reach(tick.time());
        fire(tick.time());
        progress.passed(tick);
        forward(EventCodec.record(TICKS, SOURCE, tick), TICKS);
    }

    private void lookAround(Instant now) {
        fire(now);
        for (String customer : sweep.next()) {
            Standing before = agenda.of(customer);
            advance(customer, before, watch.reconsider(before, customer, now), Optional.empty());
        }
    }

    private void fire(Instant by) {
        List<String> due = agenda.due(by, AT_ONCE);
        while (!due.isEmpty()) {
            for (String customer : due) {
                Standing before = agenda.of(customer);
                advance(customer, before, watch.review(before, customer, by, clock.instant()), Optional.empty());
            }
            due = replay ? agenda.due(by, AT_ONCE) : List.of();
        }
        tracking.settle(by);
    }

    private void advance(String customer, Standing before, Watch.Step step, Optional<Instant> receivedAt) {
        agenda.replace(customer, before, step.standing());
        tracking.looked(customer, step.standing());
        for (Telling telling : step.tellings()) {
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
    }

    private void reportContradiction(Entry entry, byte[] content) {
        report(
                entry.customer(),
                content,
                "contradicts-earlier",
                "(source, id) stands with other content already: of the two the earlier counts; send a correction"
                        + " under an id of its own");
    }

    private void refuse(String customer, byte[] content, String reason, String detail) {
        progress.count(Progress.REFUSED);
        report(customer, content, reason, detail);
    }

    private void report(String customer, byte[] content, String reason, String detail) {
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

    /** A customer's timeline, in order. */
    static List<Entry> entries(ReadOnlyKeyValueStore<Bytes, Entry> timeline, String customer) {
        List<Entry> entries = new ArrayList<>();
        try (KeyValueIterator<Bytes, Entry> lines =
                timeline.prefixScan(Keys.ofCustomer(customer), new BytesSerializer())) {
            lines.forEachRemaining(line -> entries.add(line.value));
        }
        entries.sort(Entry.IN_ORDER);
        return entries;
    }
}
