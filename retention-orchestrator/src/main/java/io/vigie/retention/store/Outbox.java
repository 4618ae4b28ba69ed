package io.vigie.retention.store;

import com.fasterxml.jackson.databind.util.RawValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.retention.NoActionDecided;
import io.vigie.events.retention.RetentionEvent;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventType;
import io.vigie.events.wire.Tick;
import io.vigie.retention.casework.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ToIntFunction;

/** What is to be told, written with what it tells of, and gone only when the broker has it. */
@ApplicationScoped
public class Outbox {
    private static final String OURSELVES = "/vigie/retention-orchestrator";
    private static final long ONE_PUBLISHER = 7_238_451_096_113L;
    private static final String ADD = """
            INSERT INTO outbox (event_id, type, subject, time, caused_by, received_at, data)
            SELECT event_id, type, subject, time::timestamptz, caused_by, received_at::timestamptz, data
            FROM unnest(?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
                AS told(event_id, type, subject, time, caused_by, received_at, data, place) ORDER BY place""";
    private static final String LET_GO = """
            INSERT INTO no_action (event_id, customer, reason, rule, at, trace)
            SELECT event_id, customer, reason, rule, at::timestamptz, trace::jsonb
            FROM unnest(?, ?, ?, ?, ?, ?) AS left_alone(event_id, customer, reason, rule, at, trace)
            ON CONFLICT DO NOTHING""";

    private final Database database;
    private final Webhooks webhooks;
    private final MeterRegistry metrics;

    Outbox(Database database, Webhooks webhooks, MeterRegistry metrics) {
        this.database = database;
        this.webhooks = webhooks;
        this.metrics = metrics;
    }

    private void count(RetentionEvent event) {
        String reason =
                event instanceof NoActionDecided noAction ? noAction.reason().word() : "";
        metrics.counter("vigie.retention.told", "type", EventType.of(event).name(), "reason", reason)
                .increment();
    }

    void add(List<Announcement> told) {
        told.forEach(one -> count(one.event()));
        database.updateTogether(ADD, told.stream().map(Outbox::values).toList());
        webhooks.tell(told);
        database.updateTogether(
                LET_GO,
                told.stream()
                        .filter(one -> one.event() instanceof NoActionDecided)
                        .map(one -> letGo(one, (NoActionDecided) one.event()))
                        .toList());
    }

    void forward(Tick tick) {
        String id = tick.run() + "/" + tick.partition();
        Event<Tick> event = Event.of(id, OURSELVES, id, tick.time(), tick);
        add(event, event.causedBy(), Json.of(tick));
    }

    /** Comes after all that was told of them, so that who reads the topic knows of whom; under the same id everywhere. */
    void forward(Arrival.Erased erased) {
        Event<CustomerErased> event =
                Event.of(erased.event(), OURSELVES, erased.customer(), erased.at(), new CustomerErased(erased.at()));
        add(event, event.id(), Json.of(event.data()));
    }

    private void add(Event<?> event, Object cause, String json) {
        Object[] row = {event.id(), event.type(), event.subject(), event.time(), cause, event.receivedAt(), json};
        database.updateTogether(ADD, List.<Object[]>of(row));
    }

    /**
     * Hands the oldest events to a publisher, one instance at a time.
     *
     * @param publisher says how many of them, from the first on, the broker has acknowledged
     * @return how many are gone
     */
    @Transactional
    public int publish(int limit, ToIntFunction<List<Event<?>>> publisher) {
        boolean ours = database.rows(
                        "SELECT pg_try_advisory_xact_lock(?) AS ours", row -> row.is("ours"), ONE_PUBLISHER)
                .getFirst();
        List<Pending> pending = ours
                ? database.rows("SELECT * FROM outbox ORDER BY position LIMIT ?", Outbox::pending, limit)
                : List.of();
        if (pending.isEmpty()) {
            return 0;
        }
        int published = publisher.applyAsInt(
                pending.stream().<Event<?>>map(Pending::event).toList());
        Long[] gone = pending.stream().limit(published).map(Pending::position).toArray(Long[]::new);
        database.update("DELETE FROM outbox WHERE position = ANY (?)", (Object) gone);
        return published;
    }

    private static Object[] values(Announcement one) {
        RetentionEvent event = one.event();
        return new Object[] {
            one.id().toString(),
            EventType.of(event).name(),
            event.customer(),
            event.at(),
            one.cause().event(),
            one.cause().receivedAt(),
            Json.of(event)
        };
    }

    private static Object[] letGo(Announcement one, NoActionDecided decided) {
        return new Object[] {
            one.id().toString(),
            decided.customer(),
            decided.reason(),
            decided.trace().rule(),
            decided.at(),
            Json.of(decided.trace())
        };
    }

    private static Pending pending(Row row) throws SQLException {
        return new Pending(
                row.number("position"),
                new Event<>(
                        row.text("event_id"),
                        OURSELVES,
                        row.text("type"),
                        row.text("subject"),
                        row.instant("time"),
                        row.maybeText("caused_by"),
                        row.maybeInstant("received_at"),
                        data(row.text("type"), row.text("data"))));
    }

    /** As it was kept, for publishing need not understand it; but a tick says itself where it goes. */
    private static Object data(String type, String json) {
        return type.equals(EventType.TICK.name()) ? Json.TICK.from(json) : new RawValue(json);
    }

    private record Pending(long position, Event<?> event) {}
}
