package io.vigie.retention.store;

import io.vigie.events.Word;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is delivered to endpoints, each event at least once, and what they answered. */
@ApplicationScoped
public class Deliveries {
    /** For so long a delivery is in one instance's hands; then another takes it for dead. */
    private static final Duration IN_HAND = Duration.ofMinutes(1);

    private static final String BEGIN = """
            UPDATE webhook_delivery d SET attempts = attempts + 1, due_at = ?
            WHERE (endpoint, event_id) = (
                SELECT w.endpoint, w.event_id FROM webhook_delivery w JOIN webhook_endpoint e ON e.id = w.endpoint
                WHERE w.status = 'waiting' AND w.due_at <= ? AND e.disabled_at IS NULL
                ORDER BY w.due_at, w.endpoint, w.event_id LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
            RETURNING *""";
    private static final String SETTLE = """
            UPDATE webhook_delivery SET status = ?, answer = ?, settled_at = ? WHERE endpoint = ? AND event_id = ?""";
    private static final String LATER = """
            UPDATE webhook_delivery SET due_at = ?, answer = ? WHERE endpoint = ? AND event_id = ?""";
    private static final String POSTPONE = """
            UPDATE webhook_delivery SET due_at = ? WHERE endpoint = ? AND status = 'waiting' AND due_at < ?""";
    private static final String RESEND = """
            UPDATE webhook_delivery SET status = 'waiting', attempts = 0, due_at = ?, settled_at = NULL
            WHERE endpoint = ? AND event_id = ?""";

    private final Database database;
    private final AuditLog audit;

    Deliveries(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * One event for one endpoint.
     *
     * @param answer what the other side last answered, or why it did not
     */
    public record Delivery(
            UUID endpoint,
            String eventId,
            String type,
            String body,
            Status status,
            int attempts,
            Instant dueAt,
            Optional<String> answer,
            Instant madeAt,
            Optional<Instant> settledAt) {}

    /** How far it has come. */
    public enum Status implements Word {
        WAITING,
        DELIVERED,
        FAILED
    }

    /** Takes on the next that is due, so that nobody else does meanwhile. */
    @Transactional
    public Optional<Delivery> begin(Instant now) {
        return database.rows(BEGIN, Deliveries::delivery, now.plus(IN_HAND), now).stream()
                .findFirst();
    }

    @Transactional
    public void settled(Delivery one, Status status, String answer, Instant now) {
        database.update(SETTLE, status, answer, now, one.endpoint(), one.eventId());
    }

    /** It is tried again at an instant, and nothing else is sent there before another. */
    @Transactional
    public void again(Delivery one, Instant at, Instant othersNotBefore, String answer) {
        database.update(LATER, at, answer, one.endpoint(), one.eventId());
        database.update(POSTPONE, othersNotBefore, one.endpoint(), othersNotBefore);
    }

    /** A person wants it delivered once more. */
    @Transactional
    public boolean resend(UUID endpoint, String event, String by, Instant now) {
        boolean moved = database.update(RESEND, now, endpoint, event) == 1;
        if (moved) {
            audit.note(now, by, "deliver again: " + event, "webhook/" + endpoint, "");
        }
        return moved;
    }

    /**
     * The latest first.
     *
     * @param after the last of the page before
     */
    @Transactional
    public List<Delivery> latest(Optional<UUID> endpoint, Optional<Status> status, int limit, Optional<Place> after) {
        return database.rows(
                """
                SELECT * FROM webhook_delivery WHERE (?::uuid IS NULL OR endpoint = ?) AND (?::text IS NULL OR status = ?)
                    AND (?::uuid IS NULL OR (made_at, endpoint, event_id) < (SELECT made_at, endpoint, event_id
                        FROM webhook_delivery WHERE endpoint = ? AND event_id = ?))
                ORDER BY made_at DESC, endpoint DESC, event_id DESC LIMIT ?""",
                Deliveries::delivery,
                endpoint,
                endpoint,
                status,
                status,
                after.map(Place::endpoint),
                after.map(Place::endpoint),
                after.map(Place::event),
                limit);
    }

    /** What tells one delivery from the others. */
    public record Place(UUID endpoint, String event) {}

    private static Delivery delivery(Row row) throws SQLException {
        return new Delivery(
                row.uuid("endpoint"),
                row.text("event_id"),
                row.text("type"),
                row.text("body"),
                row.word(Status.class, "status"),
                (int) row.number("attempts"),
                row.instant("due_at"),
                row.maybeText("answer"),
                row.instant("made_at"),
                row.maybeInstant("settled_at"));
    }
}
