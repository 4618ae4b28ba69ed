package io.vigie.retention.store;

import io.vigie.events.retention.Offer;
import io.vigie.retention.casework.OfferStanding;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What became of offers, between Java and their table. */
@ApplicationScoped
class OfferRows {
    /** Whoever decides about money waits for whoever does just now, on whichever instance. */
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(6180339887) AS locked";

    private static final String ENTRY = """
            SELECT t.id AS task_id, t.case_id, t.customer, t.offer, t.status IN ('assigned', 'snoozed', 'claimed') AS to_do,
                c.currency, o.status, o.asked_by, o.asked_at,
                o.decided_by, o.decided_at, o.because, o.given_by, o.given_at
            FROM task t JOIN retention_case c ON c.id = t.case_id LEFT JOIN offer o ON o.task_id = t.id
            WHERE t.offer IS NOT NULL AND\s""" + Onlooker.MAY_SEE + " AND ";
    private static final String SAVE = """
            INSERT INTO offer (task_id, case_id, customer, name, cost, currency, status, asked_by, asked_at, decided_by,
                decided_at, because, given_by, given_at, month)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (task_id) DO UPDATE SET status = excluded.status, asked_by = excluded.asked_by,
                asked_at = excluded.asked_at, decided_by = coalesce(excluded.decided_by, offer.decided_by),
                decided_at = coalesce(excluded.decided_at, offer.decided_at), because = excluded.because,
                given_by = excluded.given_by, given_at = excluded.given_at, month = coalesce(offer.month, excluded.month)""";
    /** What was approved for a task that is over will not be given any more. */
    private static final String SPENT = """
            SELECT o.name, sum(o.cost) AS spent FROM offer o JOIN task t ON t.id = o.task_id
            WHERE o.month = ? AND (o.status = 'given' OR t.status IN ('assigned', 'snoozed', 'claimed')) GROUP BY o.name""";

    private final Database database;
    private final Onlooker onlooker;

    OfferRows(Database database, Onlooker onlooker) {
        this.database = database;
        this.onlooker = onlooker;
    }

    void lock() {
        database.rows(ONE_AT_A_TIME, _ -> "");
    }

    /** None where there is no such task, or it carries no offer. */
    Optional<OfferEntry> find(UUID task) {
        return database.rows(ENTRY + "t.id = ?", OfferRows::entry, onlooker.name(), task).stream()
                .findFirst();
    }

    /** What waits for somebody's word, the oldest first. */
    List<OfferEntry> asked(int limit, Optional<UUID> after) {
        return database.rows(
                ENTRY
                        + "o.status = 'asked' AND t.status NOT IN ('done', 'cancelled') AND (?::uuid IS NULL OR (o.asked_at, o.task_id) >"
                        + " (SELECT asked_at, task_id FROM offer WHERE task_id = ?)) ORDER BY o.asked_at, o.task_id LIMIT ?",
                OfferRows::entry,
                onlooker.name(),
                after,
                after,
                limit);
    }

    /** Minor units by offer. */
    Map<String, Long> spent(LocalDate month) {
        return database.rows(SPENT, row -> Map.entry(row.text("name"), row.number("spent")), month).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void save(OfferEntry entry, LocalDate month) {
        Optional<OfferStanding.Approved> approved = as(OfferStanding.Approved.class, entry);
        Optional<OfferStanding.Refused> refused = as(OfferStanding.Refused.class, entry);
        Optional<OfferStanding.Given> given = as(OfferStanding.Given.class, entry);
        database.update(
                SAVE,
                entry.task(),
                entry.caseId(),
                entry.customer(),
                entry.offer().name(),
                entry.offer().most(),
                entry.currency(),
                entry.status(),
                entry.askedBy(),
                entry.askedAt(),
                approved.map(OfferStanding.Approved::by).or(() -> refused.map(OfferStanding.Refused::by)),
                approved.map(OfferStanding.Approved::at).or(() -> refused.map(OfferStanding.Refused::at)),
                refused.map(OfferStanding.Refused::because),
                given.map(OfferStanding.Given::by),
                given.map(OfferStanding.Given::at),
                approved.isPresent() || given.isPresent() ? Optional.of(month) : Optional.empty());
    }

    private static <T extends OfferStanding> Optional<T> as(Class<T> state, OfferEntry entry) {
        return Optional.of(entry.standing()).filter(state::isInstance).map(state::cast);
    }

    private static OfferEntry entry(Row row) throws SQLException {
        Offer offer = row.json(Json.OFFER, "offer");
        return new OfferEntry(
                row.uuid("task_id"),
                row.uuid("case_id"),
                row.text("customer"),
                offer,
                row.text("currency"),
                standing(row),
                row.maybeText("asked_by"),
                row.maybeInstant("asked_at"),
                row.is("to_do"));
    }

    private static OfferStanding standing(Row row) throws SQLException {
        return switch (row.maybeWord(OfferStatus.class, "status").orElse(OfferStatus.OPEN)) {
            case OPEN -> new OfferStanding.Open();
            case ASKED -> new OfferStanding.Asked(row.text("asked_by"), row.instant("asked_at"));
            case APPROVED -> new OfferStanding.Approved(row.text("decided_by"), row.instant("decided_at"));
            case REFUSED ->
                new OfferStanding.Refused(
                        row.text("decided_by"),
                        row.instant("decided_at"),
                        row.maybeText("because").orElse(""));
            case GIVEN -> new OfferStanding.Given(row.text("given_by"), row.instant("given_at"));
        };
    }
}
