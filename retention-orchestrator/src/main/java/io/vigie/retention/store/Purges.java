package io.vigie.retention.store;

import io.vigie.retention.RetentionSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Forgets what has been kept long enough, once a day over all instances, and reports what went. */
@ApplicationScoped
public class Purges {
    private static final Duration A_DAY = Duration.ofHours(23);
    private static final String MY_TURN = """
            SELECT pg_try_advisory_xact_lock(5420917734) AND NOT EXISTS (SELECT FROM purge WHERE at > ?) AS mine""";
    private static final String REPORT = "INSERT INTO purge (at, subject, before, removed) VALUES (?, ?, ?, ?)";
    private static final String LATEST = "SELECT * FROM purge ORDER BY at DESC, subject LIMIT ?";
    private static final String OF_OLD_CASES = " WHERE case_id IN (SELECT id FROM retention_case WHERE closed_at < ?)";

    /** What there is to forget, each by its own instant; agents' names give way to their team's. */
    private static final Map<String, List<String>> SUBJECTS = Map.of(
            "inbox", List.of("DELETE FROM inbox WHERE as_of < ?"),
            "no-action", List.of("DELETE FROM no_action WHERE at < ?"),
            "ticks", List.of("DELETE FROM tick WHERE time < ?"),
            "unreadable", List.of("DELETE FROM unreadable WHERE taken_at < ?"),
            "webhooks", List.of("DELETE FROM webhook_delivery WHERE made_at < ?"),
            "purges", List.of("DELETE FROM purge WHERE at < ?"),
            "notes",
                    List.of("UPDATE task SET note = NULL, promised = NULL" + OF_OLD_CASES
                            + " AND (note IS NOT NULL OR promised IS NOT NULL)"),
            "letters",
                    List.of(
                            "DELETE FROM interview WHERE asked_at < ?",
                            "DELETE FROM wave WHERE drawn_at < ?",
                            "DELETE FROM visit WHERE ends_at < ?",
                            "DELETE FROM outgoing WHERE made_at < ?",
                            "DELETE FROM letter WHERE made_at < ?",
                            "DELETE FROM letter_batch b WHERE made_at < ?"
                                    + " AND NOT EXISTS (SELECT FROM letter l WHERE l.batch_id = b.id)"),
            "agents", Names.FORGOTTEN,
            "cases",
                    List.of(
                            "DELETE FROM offer" + OF_OLD_CASES,
                            "DELETE FROM task" + OF_OLD_CASES,
                            "DELETE FROM retention_case WHERE closed_at < ?"));

    private final Database database;
    private final RetentionSettings settings;

    Purges(Database database, RetentionSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** What was forgotten of one subject. */
    public record Purge(Instant at, String subject, Instant before, long removed) {}

    /**
     * Forgets what is due.
     *
     * @return what went; nothing where this day's was done, or another instance is at it
     */
    @Transactional
    public List<Purge> purge(Instant now) {
        boolean mine =
                database.rows(MY_TURN, row -> row.is("mine"), now.minus(A_DAY)).getFirst();
        List<Purge> done = new ArrayList<>();
        if (mine) {
            periods().forEach((subject, period) -> done.add(forget(subject, now, now.minus(period))));
        }
        return done;
    }

    /** The latest first. */
    @Transactional
    public List<Purge> latest(int limit) {
        return database.rows(LATEST, Purges::read, limit);
    }

    private Purge forget(String subject, Instant now, Instant before) {
        long removed = SUBJECTS.getOrDefault(subject, List.of()).stream()
                .mapToLong(statement -> database.update(statement, before))
                .sum();
        database.update(REPORT, now, subject, before, removed);
        return new Purge(now, subject, before, removed);
    }

    private Map<String, Duration> periods() {
        RetentionSettings.Keep keep = settings.keep();
        Map<String, Duration> periods = new TreeMap<>(Map.of(
                "inbox", keep.inbox(),
                "no-action", keep.noAction(),
                "ticks", keep.ticks(),
                "unreadable", keep.unreadable(),
                "purges", keep.purges(),
                "notes", keep.notes(),
                "agents", keep.agents(),
                "letters", keep.letters()));
        periods.put("webhooks", keep.webhooks());
        keep.cases().ifPresent(period -> periods.put("cases", period));
        return periods;
    }

    private static Purge read(Row row) throws SQLException {
        return new Purge(row.instant("at"), row.text("subject"), row.instant("before"), row.number("removed"));
    }
}
