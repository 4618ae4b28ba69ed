package io.vigie.retention.store;

import io.vigie.privacy.CustomerCipher;
import io.vigie.retention.letters.Letter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Letters by number: what stands in them and their sheets, shut up under their customer's key. */
@ApplicationScoped
public class Letters {
    private static final String STATE = """
            CASE WHEN l.posted_at IS NOT NULL THEN 'posted' WHEN l.withdrawn_at IS NOT NULL THEN 'withdrawn'
                WHEN t.status = 'done' THEN 'posted'
                WHEN t.status = 'cancelled' THEN 'withdrawn' ELSE 'to-post' END""";

    /** Of a task that is to be carried out by letter and is still to do, or of none. */
    static final String TO_POST = """
            l.posted_at IS NULL AND l.withdrawn_at IS NULL
                AND (t.id IS NULL OR (t.action = 'letter' AND t.status IN ('assigned', 'claimed')))""";

    private static final String COLUMNS = "SELECT l.*, " + STATE
            + " AS state FROM letter l LEFT JOIN task t ON t.id = l.task_id WHERE " + Onlooker.mayRead("l") + " AND ";
    private static final String ADD = """
            INSERT INTO letter (text, language, customer, case_id, task_id, for_day, made_at, made_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING number""";
    private static final String WRITE = "UPDATE letter SET written = ? WHERE number = ?";
    private static final String PRINT = "UPDATE letter SET sheets = ? WHERE number = ? AND sheets IS NULL";
    private static final String WITHDRAW =
            "UPDATE letter SET withdrawn_at = ?, withdrawn_because = ? WHERE number = ? AND posted_at IS NULL";
    private static final String WAITING = """
            SELECT t.id, t.case_id FROM task t WHERE t.action = 'letter' AND t.status = 'assigned'
                AND NOT EXISTS (SELECT FROM letter l WHERE l.task_id = t.id)
                AND NOT EXISTS (SELECT FROM writing_put_off p WHERE p.task_id = t.id AND p.not_before > now())
                AND (t.owed OR NOT ?) AND\s""" + Onlooker.mayRead("t") + " ORDER BY t.due_at, t.id LIMIT ?";

    private final Database database;
    private final Seal seal;
    private final Onlooker onlooker;
    private final AuditLog audit;

    Letters(Database database, Seal seal, Onlooker onlooker, AuditLog audit) {
        this.database = database;
        this.seal = seal;
        this.onlooker = onlooker;
        this.audit = audit;
    }

    /**
     * A letter to be made.
     *
     * @param task that it carries out, at most one letter each
     * @param forDay the date that it is owed for: of one text a customer gets one for each
     */
    public record Order(
            Letter letter, Optional<UUID> caseId, Optional<UUID> task, Optional<LocalDate> forDay, String by) {}

    /** A task that asks for a letter. */
    public record Asking(UUID task, UUID caseId) {}

    /**
     * Tasks whose letter is still to be made, the most urgent first.
     *
     * @param owed only those that the customer has a right to
     */
    @Transactional
    public List<Asking> waiting(boolean owed, int limit) {
        return database.rows(
                WAITING, row -> new Asking(row.uuid("id"), row.uuid("case_id")), owed, onlooker.name(), limit);
    }

    /**
     * Gives a letter its number.
     *
     * @return none where there is one already, or nothing of this customer can be kept because they have no key
     */
    @Transactional
    public Optional<Long> add(Order order, Instant now) {
        Letter letter = order.letter();
        Optional<CustomerCipher> cipher = seal.of(letter.customer());
        if (cipher.isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> number = database
                .rows(
                        ADD,
                        row -> row.number("number"),
                        letter.text(),
                        letter.language(),
                        letter.customer(),
                        order.caseId(),
                        order.task(),
                        order.forDay(),
                        now,
                        order.by())
                .stream()
                .findFirst();
        number.ifPresent(given -> {
            database.update(
                    WRITE, cipher.get().encipher(place(given, "written"), Json.of(letter.numbered(given))), given);
            if (order.task().isEmpty()) {
                audit.note(now, order.by(), "write letter: " + letter.text(), "letter/" + given, "");
            }
        });
        return number;
    }

    @Transactional
    public Optional<KeptLetter> find(long number) {
        return database.rows(COLUMNS + "l.number = ?", Letters::letter, onlooker.name(), number).stream()
                .findFirst();
    }

    @Transactional
    public Optional<KeptLetter> ofTask(UUID task) {
        return database.rows(COLUMNS + "l.task_id = ?", Letters::letter, onlooker.name(), task).stream()
                .findFirst();
    }

    /** The latest first. */
    @Transactional
    public List<KeptLetter> ofCustomer(String customer, int limit) {
        return ofCustomer(customer, limit, Long.MAX_VALUE);
    }

    /**
     * The same in pages.
     *
     * @param after the number of the last of the page before
     */
    @Transactional
    public List<KeptLetter> ofCustomer(String customer, int limit, long after) {
        return database.rows(
                COLUMNS + "l.customer = ? AND l.number < ? ORDER BY l.number DESC LIMIT ?",
                Letters::letter,
                onlooker.name(),
                customer,
                after,
                limit);
    }

    /** In order of number. */
    @Transactional
    public List<KeptLetter> ofBatch(UUID batch) {
        return database.rows(COLUMNS + "l.batch_id = ? ORDER BY l.number", Letters::letter, onlooker.name(), batch);
    }

    /** Made, but in no batch yet, in order of number. */
    @Transactional
    public List<KeptLetter> unbatched(int limit) {
        return unbatched(limit, 0);
    }

    /**
     * The same in pages.
     *
     * @param after the number of the last of the page before
     */
    @Transactional
    public List<KeptLetter> unbatched(int limit, long after) {
        return database.rows(
                COLUMNS + "l.batch_id IS NULL AND " + TO_POST + " AND l.number > ? ORDER BY l.number LIMIT ?",
                Letters::letter,
                onlooker.name(),
                after,
                limit);
    }

    /** It must not go any more, whether it is in a batch or not. */
    @Transactional
    public void withdraw(long number, String because, Instant now) {
        database.update(WITHDRAW, now, because, number);
    }

    /** What stands in it; none once the customer's key is destroyed. */
    @Transactional
    public Optional<Letter> written(long number) {
        return opened(number, "written").map(Json.LETTER::from);
    }

    /** Its sheets as first printed. */
    @Transactional
    public Optional<byte[]> sheets(long number) {
        return opened(number, "sheets").map(text -> Base64.getDecoder().decode(text));
    }

    /** Keeps the sheets of who printed first. */
    @Transactional
    public void printed(KeptLetter letter, byte[] sheets) {
        seal.of(letter.customer())
                .ifPresent(cipher -> database.update(
                        PRINT,
                        cipher.encipher(
                                place(letter.number(), "sheets"),
                                Base64.getEncoder().encodeToString(sheets)),
                        letter.number()));
    }

    private Optional<String> opened(long number, String column) {
        return database
                .rows(
                        "SELECT customer, " + column + " AS shut FROM letter WHERE number = ?",
                        row -> seal.open(row.text("customer"), place(number, column), row.maybeText("shut")),
                        number)
                .stream()
                .findFirst()
                .flatMap(found -> found);
    }

    private static String place(long number, String column) {
        return "/letter/" + number + "/" + column;
    }

    private static KeptLetter letter(Row row) throws SQLException {
        return new KeptLetter(
                row.number("number"),
                row.text("text"),
                row.text("language"),
                row.text("customer"),
                row.maybeUuid("case_id"),
                row.maybeUuid("task_id"),
                row.instant("made_at"),
                row.text("made_by"),
                row.maybeUuid("batch_id"),
                row.maybeInstant("posted_at"),
                row.word(KeptLetter.State.class, "state"));
    }
}
