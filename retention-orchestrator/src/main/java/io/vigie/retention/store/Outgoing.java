package io.vigie.retention.store;

import io.vigie.events.customer.Channel;
import io.vigie.privacy.CustomerCipher;
import io.vigie.retention.letters.Envelope;
import io.vigie.retention.store.Sending.Kind;
import io.vigie.retention.store.Sending.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is sent by machine: meant first, then sent, then settled, each of them kept before the next. */
@ApplicationScoped
public class Outgoing {
    private static final String ADD = """
            INSERT INTO outgoing (id, kind, task_id, case_id, customer, channel, text, status, attempts, due_at, content,
                made_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'intended', 0, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String WAITING = """
            SELECT t.id, t.case_id FROM task t WHERE t.action = 'message' AND t.status = 'assigned'
                AND (t.team = 'automatic' OR (t.owed AND t.team <> 'letter-desk'))
                AND NOT EXISTS (SELECT FROM outgoing o WHERE o.id = t.id)
                AND NOT EXISTS (SELECT FROM writing_put_off p WHERE p.task_id = t.id AND p.not_before > now())
            ORDER BY t.due_at, t.id LIMIT ?""";
    private static final String BEGIN = """
            UPDATE outgoing SET status = 'sending', attempts = attempts + 1, started_at = ?
            WHERE id = (SELECT id FROM outgoing WHERE status = 'intended' AND due_at <= ? ORDER BY due_at, id
                LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING *""";
    private static final String SETTLE = """
            UPDATE outgoing SET status = ?, settled_at = ?, problem = ?, due_at = ? WHERE id = ? AND status = ANY (?)""";
    /** What comes after the task of a message has begun by then: to send it all the same would be a contact that nobody counts. */
    private static final String OVER = """
            (o.kind = 'message' AND EXISTS (SELECT FROM task t WHERE t.id = o.task_id AND t.status IN ('done', 'cancelled')))""";

    private static final String GIVE_UP = """
            UPDATE outgoing SET status = 'unclear', problem = 'a process ended while it was being sent'
            WHERE status = 'sending' AND started_at < ?""";
    private static final String RESEND = """
            UPDATE outgoing o SET status = 'intended', settled_at = NULL, problem = NULL, due_at = ?
            WHERE o.id = ? AND o.status IN ('unclear', 'failed') AND NOT\s""" + Outgoing.OVER;
    private static final String TOO_LATE = "SELECT " + OVER + " AS over FROM outgoing o WHERE o.id = ?";
    private static final String PUT_OFF = """
            INSERT INTO writing_put_off (task_id, attempts, not_before) VALUES (?, 1, now() + interval '1 minute')
            ON CONFLICT (task_id) DO UPDATE SET attempts = writing_put_off.attempts + 1,
                not_before = now() + least(interval '1 day', interval '1 minute' * 2 ^ least(writing_put_off.attempts, 12))""";
    private static final String FIND = "SELECT * FROM outgoing o WHERE o.id = ? AND " + Onlooker.mayRead("o");
    private static final String LATEST = "SELECT * FROM outgoing o WHERE " + Onlooker.mayRead("o")
            + " AND (?::text IS NULL OR o.status = ?) AND (?::uuid IS NULL OR EXISTS (SELECT FROM outgoing l WHERE l.id = ?"
            + " AND (o.made_at < l.made_at OR (o.made_at = l.made_at AND o.id > l.id)))) ORDER BY o.made_at DESC, o.id LIMIT ?";

    private final Database database;
    private final Seal seal;
    private final Onlooker onlooker;
    private final AuditLog audit;

    Outgoing(Database database, Seal seal, Onlooker onlooker, AuditLog audit) {
        this.database = database;
        this.seal = seal;
        this.onlooker = onlooker;
        this.audit = audit;
    }

    /** A task that a machine is to carry out. */
    public record Job(UUID task, UUID caseId) {}

    /** Something to be sent. */
    public record Intent(UUID id, Kind kind, Job job, String customer, String text, Envelope envelope) {}

    /** What cannot be written holds up no other: it waits, longer each time, up to a day. */
    @Transactional
    public void putOff(UUID task) {
        database.update(PUT_OFF, task);
    }

    /** Messages that nobody has begun with, the most urgent first. */
    @Transactional
    public List<Job> waiting(int limit) {
        return database.rows(WAITING, row -> new Job(row.uuid("id"), row.uuid("case_id")), limit);
    }

    /**
     * Keeps what is meant to be sent, once for each id.
     *
     * @return false where nothing can be kept of this customer, because they have no key
     */
    @Transactional
    public boolean intend(Intent intent, Instant now) {
        Optional<CustomerCipher> cipher = seal.of(intent.customer());
        cipher.ifPresent(key -> database.update(
                ADD,
                intent.id(),
                intent.kind(),
                intent.job().task(),
                intent.job().caseId(),
                intent.customer(),
                intent.envelope().channel(),
                intent.text(),
                now,
                key.encipher(place(intent.id()), Json.of(intent.envelope())),
                now));
        return cipher.isPresent();
    }

    /** Takes on the next that is due, so that nobody else does. */
    @Transactional
    public Optional<Sending> begin(Instant now) {
        return database.rows(BEGIN, Outgoing::sending, now, now).stream().findFirst();
    }

    /** It has left. */
    @Transactional
    public boolean sent(UUID id, Instant now) {
        return settle(id, Status.SENT, Optional.of(now), Optional.empty(), now, Status.SENDING, Status.UNCLEAR);
    }

    /** It has not left, surely, and is tried again later. */
    @Transactional
    public void again(UUID id, String problem, Instant at) {
        settle(id, Status.INTENDED, Optional.empty(), Optional.of(problem), at, Status.SENDING);
    }

    /** It must not leave any more. */
    @Transactional
    public void withdrawn(UUID id, String because, Instant now) {
        settle(id, Status.WITHDRAWN, Optional.of(now), Optional.of(because), now, Status.SENDING);
    }

    /** It has not left and never will. */
    @Transactional
    public boolean failed(UUID id, String problem, Instant now) {
        return settle(id, Status.FAILED, Optional.of(now), Optional.of(problem), now, Status.SENDING, Status.UNCLEAR);
    }

    /** Nobody can tell whether it has left. */
    @Transactional
    public void unclear(UUID id, String problem, Instant now) {
        settle(id, Status.UNCLEAR, Optional.empty(), Optional.of(problem), now, Status.SENDING);
    }

    /** Whether it is too late to send it again, since its task is over. */
    @Transactional
    public boolean over(UUID id) {
        return database.rows(TOO_LATE, row -> row.is("over"), id).contains(true);
    }

    /** A person who knows that it never left lets it be sent after all, while its task is still to do. */
    @Transactional
    public boolean resend(UUID id, String by, Instant now) {
        boolean moved = database.update(RESEND, now, id) == 1;
        if (moved) {
            audit.note(now, by, "send again", "outgoing/" + id, "");
        }
        return moved;
    }

    /** A person says of something unclear that it has left. */
    @Transactional
    public boolean hasLeft(UUID id, String by, Instant now) {
        boolean moved = sent(id, now);
        if (moved) {
            audit.note(now, by, "say sent", "outgoing/" + id, "");
        }
        return moved;
    }

    /** A person lets a message go that a machine would not send by itself. */
    @Transactional
    public void letGo(UUID task, String by, Instant now) {
        audit.note(now, by, "let message go", "task/" + task, "");
    }

    /** Those over which a process ended are nobody's any more. */
    @Transactional
    public int giveUp(Instant now, Duration after) {
        return database.update(GIVE_UP, now.minus(after));
    }

    @Transactional
    public Optional<Sending> find(UUID id) {
        return database.rows(FIND, Outgoing::sending, id, onlooker.name()).stream()
                .findFirst();
    }

    /** The latest first. */
    @Transactional
    public List<Sending> latest(Optional<Status> status, int limit) {
        return latest(status, limit, Optional.empty());
    }

    /**
     * The same in pages.
     *
     * @param after the last of the page before
     */
    @Transactional
    public List<Sending> latest(Optional<Status> status, int limit, Optional<UUID> after) {
        return database.rows(LATEST, Outgoing::sending, onlooker.name(), status, status, after, after, limit);
    }

    /** What stands in it; none once the customer's key is destroyed. */
    @Transactional
    public Optional<Envelope> envelope(Sending sending) {
        return database
                .rows("SELECT content FROM outgoing WHERE id = ?", row -> row.maybeText("content"), sending.id())
                .stream()
                .findFirst()
                .flatMap(shut -> seal.open(sending.customer(), place(sending.id()), shut))
                .map(Json.ENVELOPE::from);
    }

    private boolean settle(
            UUID id, Status to, Optional<Instant> settled, Optional<String> problem, Instant due, Status... from) {
        String[] before = List.of(from).stream().map(Status::word).toArray(String[]::new);
        return database.update(SETTLE, to, settled, problem, due, id, before) == 1;
    }

    private static String place(UUID id) {
        return "/outgoing/" + id;
    }

    private static Sending sending(Row row) throws SQLException {
        return new Sending(
                row.uuid("id"),
                row.word(Kind.class, "kind"),
                row.uuid("task_id"),
                row.uuid("case_id"),
                row.text("customer"),
                row.word(Channel.class, "channel"),
                row.text("text"),
                row.word(Status.class, "status"),
                (int) row.number("attempts"),
                row.instant("due_at"),
                row.maybeInstant("settled_at"),
                row.maybeText("problem"),
                row.instant("made_at"));
    }
}
