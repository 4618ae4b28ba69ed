package io.vigie.retention.store;

import io.vigie.privacy.CustomerCipher;
import io.vigie.retention.letters.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Visits as they were last agreed, one for each task. */
@ApplicationScoped
public class Visits {
    private static final String KEEP = """
            INSERT INTO visit (task_id, case_id, customer, sequence, cancelled, starts_at, ends_at, content, changed_by,
                changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (task_id) DO UPDATE SET sequence = excluded.sequence, cancelled = excluded.cancelled,
                starts_at = excluded.starts_at, ends_at = excluded.ends_at, content = excluded.content,
                changed_by = excluded.changed_by, changed_at = excluded.changed_at
            WHERE visit.sequence < excluded.sequence""";
    private static final String FIND = "SELECT customer, content FROM visit WHERE task_id = ? FOR UPDATE";

    private static final String OVERTAKEN = """
            SELECT v.task_id, v.case_id FROM visit v JOIN task t ON t.id = v.task_id
                JOIN customer_key k ON k.customer = v.customer
            WHERE NOT v.cancelled AND v.content IS NOT NULL AND t.status = 'cancelled' AND v.starts_at > ?
            ORDER BY v.starts_at, v.task_id LIMIT ?""";

    private final Database database;
    private final Seal seal;
    private final AuditLog audit;

    Visits(Database database, Seal seal, AuditLog audit) {
        this.database = database;
        this.seal = seal;
        this.audit = audit;
    }

    /** A visit that is in calendars. */
    public record Booked(UUID caseId, UUID task) {}

    /** To be made after now, though their task was cancelled or handed on. */
    @Transactional
    public List<Booked> overtaken(Instant now, int limit) {
        return database.rows(OVERTAKEN, row -> new Booked(row.uuid("case_id"), row.uuid("task_id")), now, limit);
    }

    /** The visit of a task, which nobody else changes in this transaction. */
    @Transactional
    public Optional<Visit> find(UUID task) {
        return database
                .rows(
                        FIND,
                        row -> seal.open(row.text("customer"), place(task), row.maybeText("content"))
                                .map(Json.VISIT::from),
                        task)
                .stream()
                .findFirst()
                .flatMap(found -> found);
    }

    /**
     * Keeps a visit as it is now.
     *
     * @return false where somebody has changed it since, or nothing of this customer may be kept
     */
    @Transactional
    public boolean keep(Visit visit, UUID caseId, String customer, String by, Instant now) {
        Optional<CustomerCipher> cipher = seal.of(customer);
        boolean kept = cipher.isPresent()
                && database.update(
                                KEEP,
                                visit.task(),
                                caseId,
                                customer,
                                visit.sequence(),
                                visit.cancelled(),
                                visit.start(),
                                visit.end(),
                                cipher.get().encipher(place(visit.task()), Json.of(visit)),
                                by,
                                now)
                        == 1;
        if (kept) {
            String did = visit.cancelled() ? "call off visit" : visit.sequence() == 0 ? "book visit" : "move visit";
            audit.note(now, by, did, "task/" + visit.task(), "");
        }
        return kept;
    }

    private static String place(UUID task) {
        return "/visit/" + task;
    }
}
