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
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
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
    private Books books;
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
        books = Books.open(context, watch, keeping, outlet);
        if (!replay) {
            context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, at -> lookAround(Instant.ofEpochMilli(at)));
            sweep = new Sweep(
                    context.getStateStore(StoreNames.STANDINGS), books.progress(), pace.version(), pace.aSecond());
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
            books.progress().count(Progress.REFUSED);
            outlet.refuse(record.key(), record.value(), "malformed-event", e.getMessage());
        }
    }

    private void take(Entry entry, byte[] content) {
        String customer = entry.customer();
        if (replay) {
            books.tracking().settle(entry.time());
        }
        Standing before = books.agenda().of(customer);
        if (books.admission().lets(entry, content, before)) {
            if (before.asOf().isEmpty()) {
                books.progress().count(Progress.CUSTOMERS);
            }
            books.timeline().put(entry);
            advance(
                    customer,
                    before,
                    watch.take(before, entry, () -> books.timeline().of(customer), clock.instant()),
                    entry.receivedAt());
            books.trimming().after(entry);
        }
        if (replay) {
            books.progress().reach(entry.time());
            fire(books.progress().now());
        }
    }

    /** Told a second time, it must not take what a stranger of the same id has begun meanwhile. */
    private void erase(Event<?> event, Instant at) {
        String customer = event.subject();
        if (books.progress().firstTime(event.id(), at)) {
            Standing known = books.agenda().of(customer);
            advance(customer, known, watch.review(known, customer, at, clock.instant()), Optional.empty());
            books.forgetting().of(customer);
            books.tracking().forget(customer);
            outlet.handOn(event);
        }
        if (replay) {
            books.progress().reach(at);
            fire(books.progress().now());
        }
    }

    private void pass(Tick tick) {
        books.progress().reach(tick.time());
        fire(tick.time());
        books.progress().passed(tick);
        outlet.handOn(tick);
    }

    private void lookAround(Instant now) {
        fire(now);
        for (String customer : sweep.next()) {
            Standing before = books.agenda().of(customer);
            advance(customer, before, watch.reconsider(before, customer, now), Optional.empty());
        }
    }

    private void fire(Instant by) {
        List<String> due = books.agenda().due(by, AT_ONCE);
        while (!due.isEmpty()) {
            for (String customer : due) {
                Standing before = books.agenda().of(customer);
                advance(customer, before, watch.review(before, customer, by, clock.instant()), Optional.empty());
            }
            due = replay ? books.agenda().due(by, AT_ONCE) : List.of();
        }
        books.tracking().settle(by);
    }

    private void advance(String customer, Standing before, Watch.Step step, Optional<Instant> receivedAt) {
        books.agenda().replace(customer, before, step.standing());
        books.tracking().looked(customer, step.standing());
        step.tellings().forEach(telling -> outlet.tell(customer, telling, receivedAt));
    }
}
