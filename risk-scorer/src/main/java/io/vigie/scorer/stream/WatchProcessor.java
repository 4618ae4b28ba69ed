package io.vigie.scorer.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.MalformedEvent;
import io.vigie.events.wire.Tick;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.watch.Standing;
import io.vigie.scorer.watch.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;

/** One partition's watch: takes events in, finds duplicates, keeps the stores, fires what is due. */
@NullUnmarked
final class WatchProcessor implements Processor<String, byte[], String, byte[]> {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 2_000;

    private final Watch watch;
    private final boolean replay;
    private final Clock clock;
    private final Pace pace;
    private final Keeping keeping;
    private Outlet outlet;
    private Timeline timeline;
    private Trimming trimming;
    private Agenda agenda;
    private Admission admission;
    private Progress progress;
    private Tracking tracking;
    private Forgetting forgetting;
    private Sweep sweep;

    WatchProcessor(Watch watch, boolean replay, Clock clock, Pace pace, Keeping keeping) {
        this.watch = watch;
        this.replay = replay;
        this.clock = clock;
        this.pace = pace;
        this.keeping = keeping;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        outlet = new Outlet(context, clock);
        KeyValueStore<Bytes, Entry> entries = context.getStateStore(StoreNames.TIMELINE);
        timeline = new Timeline(entries);
        agenda = new Agenda(
                context.getStateStore(StoreNames.STANDINGS),
                context.getStateStore(StoreNames.REVIEWS),
                context.getStateStore(StoreNames.RANKING));
        KeyValueStore<Bytes, byte[]> digests = context.getStateStore(StoreNames.SEEN);
        Seen seen = new Seen(digests);
        trimming = new Trimming(watch, timeline, seen, keeping);
        progress = new Progress(context.getStateStore(StoreNames.PROGRESS));
        tracking = new Tracking(context.getStateStore(StoreNames.TRACK), agenda, watch.predicting());
        admission = new Admission(seen, timeline, progress, outlet);
        forgetting = new Forgetting(agenda, List.of(entries, digests), progress);
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
            progress.count(Progress.REFUSED);
            outlet.refuse(record.key(), record.value(), "malformed-event", e.getMessage());
        }
    }

    private void take(Entry entry, byte[] content) {
        String customer = entry.customer();
        if (replay) {
            tracking.settle(entry.time());
        }
        Standing before = agenda.of(customer);
        if (admission.lets(entry, content, before)) {
            if (before.asOf().isEmpty()) {
                progress.count(Progress.CUSTOMERS);
            }
            timeline.put(entry);
            advance(
                    customer,
                    before,
                    watch.take(before, entry, () -> timeline.of(customer), clock.instant()),
                    entry.receivedAt());
            trimming.after(entry);
        }
        if (replay) {
            progress.reach(entry.time());
            fire(progress.now());
        }
    }

    /** Told a second time, it must not take what a stranger of the same id has begun meanwhile. */
    private void erase(Event<?> event, Instant at) {
        String customer = event.subject();
        if (progress.firstTime(event.id(), at)) {
            Standing known = agenda.of(customer);
            advance(customer, known, watch.review(known, customer, at, clock.instant()), Optional.empty());
            forgetting.of(customer);
            tracking.forget(customer);
            outlet.handOn(event);
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
        outlet.handOn(tick);
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
        step.tellings().forEach(telling -> outlet.tell(customer, telling, receivedAt));
    }
}
