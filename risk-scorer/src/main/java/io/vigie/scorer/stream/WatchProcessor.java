package io.vigie.scorer.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.MalformedEvent;
import io.vigie.events.wire.Tick;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Reach;
import io.vigie.scorer.watch.Standing;
import io.vigie.scorer.watch.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private final Watch watch;
    private final boolean replay;
    private final Clock clock;
    private final Pace pace;
    private final Keeping keeping;
    private Outlet outlet;
    private Books books;
    private Rounds rounds;
    private Sweep sweep;
    private Backlog backlog;
    private ProcessorContext<String, byte[]> context;

    WatchProcessor(Watch watch, boolean replay, Clock clock, Pace pace, Keeping keeping) {
        this.watch = watch;
        this.replay = replay;
        this.clock = clock;
        this.pace = pace;
        this.keeping = keeping;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        backlog = new Backlog(wallClock());
        outlet = new Outlet(context, clock);
        books = Books.open(context, watch, keeping, outlet);
        rounds = new Rounds(watch, books, outlet, clock, replay);
        if (!replay) {
            context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, at -> lookAround(Instant.ofEpochMilli(at)));
            sweep = new Sweep(context.getStateStore(StoreNames.STANDINGS), books.progress(), pace, watch.basis());
        }
    }

    @Override
    public void process(Record<String, byte[]> record) {
        backlog.read(Instant.ofEpochMilli(record.timestamp()), wallClock());
        try {
            Event<?> event = read(record);
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

    private static Event<?> read(Record<String, byte[]> record) {
        try {
            return EventCodec.read(record.key(), record.headers(), record.value());
        } catch (MalformedEvent e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MalformedEvent("it cannot be read: " + e.getMessage(), e);
        }
    }

    private void take(Entry entry, byte[] content) {
        Instant now = clock.instant();
        if (!Reach.holds(entry.time(), now)) {
            throw new MalformedEvent("its time is " + entry.time() + ", and must be " + Reach.text(now));
        }
        if (replay) {
            rounds.settle(entry.time());
        }
        Standing before = books.agenda().of(entry.customer());
        books.admission().lets(entry, content, before).ifPresent(admitted -> take(admitted, content, before));
        if (replay) {
            books.progress().reach(entry.time());
            rounds.fire(books.progress().now());
        }
    }

    /** Nothing of it is kept, but among the refused, where nothing can be worked out with it. */
    private void take(Admitted admitted, byte[] content, Standing before) {
        Entry entry = admitted.entry();
        String customer = entry.customer();
        books.timeline().put(entry);
        Optional<Watch.Step> step = books.fence()
                .around(
                        "record",
                        () -> watch.take(before, entry, () -> books.timeline().of(customer), clock.instant()));
        if (step.isEmpty()) {
            books.admission().takeBack(admitted);
            outlet.cannotBeWorkedOut(entry, content);
            return;
        }
        if (before.asOf().isEmpty()) {
            books.progress().count(Progress.CUSTOMERS);
        }
        rounds.advance(customer, before, step.get(), entry.receivedAt());
        books.trimming().after(entry);
    }

    /** Told a second time, it must not take what a stranger of the same id has begun meanwhile. */
    private void erase(Event<?> event, Instant at) {
        String customer = event.subject();
        if (books.progress().firstTime(event.id(), at)) {
            rounds.lastLook(customer, at);
            books.forgetting().of(customer);
            books.tracking().forget(customer);
            outlet.handOn(event);
        }
        if (replay) {
            books.progress().reach(at);
            rounds.fire(books.progress().now());
        }
    }

    private void pass(Tick tick) {
        books.progress().reach(tick.time());
        rounds.fire(tick.time());
        books.progress().passed(tick);
        outlet.handOn(tick);
    }

    private void lookAround(Instant now) {
        rounds.fire(backlog.upTo(now));
        Sweep.Turn turn = sweep.next();
        turn.customers().forEach(customer -> rounds.reconsider(customer, turn.refold(), now));
    }

    private Instant wallClock() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
