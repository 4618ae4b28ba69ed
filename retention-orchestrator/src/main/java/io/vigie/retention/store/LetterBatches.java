package io.vigie.retention.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Letters that are printed, addressed and posted together; nobody sees a batch with a letter in it that they may not read. */
@ApplicationScoped
public class LetterBatches {
    private static final String COLUMNS = """
            SELECT b.*, (SELECT count(*) FROM letter l WHERE l.batch_id = b.id) AS letters FROM letter_batch b
            WHERE NOT EXISTS (SELECT FROM letter l WHERE l.batch_id = b.id AND NOT (""" + Onlooker.mayRead("l") + "))";
    private static final String FILL = "UPDATE letter SET batch_id = ? WHERE number IN (SELECT l.number FROM letter l"
            + " LEFT JOIN task t ON t.id = l.task_id WHERE l.batch_id IS NULL AND " + Letters.TO_POST + " AND "
            + Onlooker.mayRead("l")
            + " ORDER BY l.number LIMIT ? FOR UPDATE OF l SKIP LOCKED)";
    private static final String POSTED = """
            UPDATE letter_batch SET posted_at = ?, posted_by = ? WHERE id = ? AND posted_at IS NULL""";
    private static final String LETTERS_POSTED = """
            UPDATE letter l SET posted_at = ?, posted_by = ? WHERE l.batch_id = ? AND l.posted_at IS NULL
                AND l.withdrawn_at IS NULL
                AND NOT EXISTS (SELECT FROM task t WHERE t.id = l.task_id AND t.status = 'cancelled')""";
    private static final String STILL_OPEN = """
            SELECT t.id, l.posted_by FROM letter l JOIN task t ON t.id = l.task_id
            WHERE l.posted_at IS NOT NULL AND t.action = 'letter' AND t.status IN ('assigned', 'claimed', 'snoozed')""";

    private final Database database;
    private final Onlooker onlooker;
    private final AuditLog audit;

    LetterBatches(Database database, Onlooker onlooker, AuditLog audit) {
        this.database = database;
        this.onlooker = onlooker;
        this.audit = audit;
    }

    /** A batch and how many letters are in it. */
    public record Batch(
            UUID id,
            Instant madeAt,
            String madeBy,
            Optional<Instant> postedAt,
            Optional<String> postedBy,
            long letters) {}

    /** A task whose letter is in the post, and who said so. */
    public record Settled(UUID task, String by) {}

    /**
     * Puts letters that are in none yet into a new batch.
     *
     * @return none where there are no letters
     */
    @Transactional
    public Optional<Batch> make(UUID id, int limit, String by, Instant now) {
        database.update("INSERT INTO letter_batch (id, made_at, made_by) VALUES (?, ?, ?)", id, now, by);
        if (database.update(FILL, id, onlooker.name(), limit) == 0) {
            database.update("DELETE FROM letter_batch WHERE id = ?", id);
        }
        return find(id);
    }

    @Transactional
    public Optional<Batch> find(UUID id) {
        return database.rows(COLUMNS + " AND b.id = ?", LetterBatches::batch, onlooker.name(), id).stream()
                .findFirst();
    }

    /** The latest first. */
    @Transactional
    public List<Batch> latest(int limit) {
        return database.rows(
                COLUMNS + " ORDER BY b.made_at DESC, b.id LIMIT ?", LetterBatches::batch, onlooker.name(), limit);
    }

    /**
     * The batch is in the post; what was withdrawn from it stays behind.
     *
     * @return the tasks that its letters carry out and that are still open, also where it was posted before
     */
    @Transactional
    public List<Settled> posted(UUID id, String by, Instant now) {
        if (database.update(POSTED, now, by, id) == 1) {
            database.update(LETTERS_POSTED, now, by, id);
            audit.note(now, by, "posted batch", "batch/" + id, "");
        }
        return database.rows(STILL_OPEN + " AND l.batch_id = ?", LetterBatches::settled, id);
    }

    /** Tasks that stayed open though their letter is in the post, since a process ended in between. */
    @Transactional
    public List<Settled> stillOpen(int limit) {
        return database.rows(STILL_OPEN + " ORDER BY l.number LIMIT ?", LetterBatches::settled, limit);
    }

    private static Settled settled(Row row) throws SQLException {
        return new Settled(row.uuid("id"), row.text("posted_by"));
    }

    private static Batch batch(Row row) throws SQLException {
        return new Batch(
                row.uuid("id"),
                row.instant("made_at"),
                row.text("made_by"),
                row.maybeInstant("posted_at"),
                row.maybeText("posted_by"),
                row.number("letters"));
    }
}
