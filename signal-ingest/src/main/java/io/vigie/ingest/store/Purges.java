package io.vigie.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Forgets what has been kept long enough, once a day over all instances, and reports what went. */
@ApplicationScoped
public class Purges {
    /** Customers who were erased because nothing was heard of them. */
    public static final String INACTIVE = "inactive";

    /** What was refused and nobody settled, but for what waits. */
    public static final String OPEN = "refused-open";

    /** What was answered 202 because it is taken by itself once its customer is known, and never was. */
    public static final String WAITING = "waiting";

    private static final Duration A_DAY = Duration.ofHours(23);
    private static final int LISTED = 500;
    private static final String MY_TURN =
            "select pg_try_advisory_xact_lock(5420917735)" + " and not exists (select from purge where at > ?) as mine";
    private static final Map<String, List<String>> SUBJECTS = Map.of(
            "refused",
            List.of("delete from quarantined where at < ? and status <> 'open'"),
            OPEN,
            List.of("delete from quarantined where at < ? and status = 'open' and cardinality(waits_for) = 0"),
            WAITING,
            List.of("delete from quarantined where at < ? and status = 'open' and cardinality(waits_for) > 0"),
            "imports",
            List.of("delete from import_job where started_at < ?", "delete from import_report where finished_at < ?"),
            "lookups",
            List.of("delete from lookup_row where loaded_at < ?"),
            "erasures",
            List.of("delete from erasure where finished_at < ?"),
            "purges",
            List.of("delete from purge where at < ?"));

    private final Rows rows;

    Purges(DataSource database) {
        this.rows = new Rows(database, "what has been kept long enough could not be forgotten");
    }

    /**
     * Forgets what is due.
     *
     * @param periods by subject how long it is kept; of {@link #INACTIVE} only that its turn has come is noted
     * @return what went; nothing where this day's was done, or another instance is at it
     */
    @Transactional
    public List<Purge> purge(Map<String, Duration> periods, Instant now) {
        boolean mine = rows.select(MY_TURN, List.of(Rows.time(now.minus(A_DAY))), row -> row.getBoolean("mine"))
                .getFirst();
        List<Purge> done = new ArrayList<>();
        if (mine) {
            new TreeMap<>(periods).forEach((subject, period) -> done.add(forget(subject, now, now.minus(period))));
        }
        return done;
    }

    /** Completes a report of what took longer than a transaction should. */
    @Transactional
    public void report(Purge purge) {
        rows.change(
                "update purge set removed = ? where at = ? and subject = ?",
                List.of(purge.removed(), Rows.time(purge.at()), purge.subject()));
    }

    /** The latest first. */
    public List<Purge> latest() {
        return rows.select(
                "select * from purge order by at desc, subject limit ?",
                List.of(LISTED),
                row -> new Purge(
                        Rows.instant(row, "at"),
                        row.getString("subject"),
                        Rows.instant(row, "before"),
                        row.getLong("removed")));
    }

    private Purge forget(String subject, Instant now, Instant before) {
        long removed = SUBJECTS.getOrDefault(subject, List.of()).stream()
                .mapToLong(statement -> rows.change(statement, List.of(Rows.time(before))))
                .sum();
        rows.change(
                "insert into purge (at, subject, before, removed) values (?, ?, ?, ?)",
                List.of(Rows.time(now), subject, Rows.time(before), removed));
        return new Purge(now, subject, before, removed);
    }

    /** What was forgotten of one subject. */
    public record Purge(Instant at, String subject, Instant before, long removed) {}
}
