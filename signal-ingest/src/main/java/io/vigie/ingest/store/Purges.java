package io.vigie.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /** After it, whoever was at something that it never finished is taken for gone. */
    private static final Duration SILENT_FOR = Duration.ofMinutes(30);

    private static final String MY_TURN = "select pg_try_advisory_xact_lock(5420917735) as mine";
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
     * @return what went; nothing of what was finished this day, or another instance is at
     */
    @Transactional
    public List<Purge> purge(Map<String, Duration> periods, Instant now) {
        boolean mine =
                rows.select(MY_TURN, List.of(), row -> row.getBoolean("mine")).getFirst();
        List<Purge> done = new ArrayList<>();
        if (mine) {
            new TreeMap<>(periods).forEach((subject, period) -> turn(subject, now, now.minus(period))
                    .ifPresent(done::add));
        }
        return done;
    }

    /** Says how far something has come that takes longer than a transaction should. */
    @Transactional
    public void report(Purge purge, Instant now) {
        rows.change(
                "update purge set removed = ?, finished = ?, reported_at = ? where at = ? and subject = ?",
                List.of(purge.removed(), purge.finished(), Rows.time(now), Rows.time(purge.at()), purge.subject()));
    }

    /** The latest first. */
    public List<Purge> latest() {
        return rows.select("select * from purge order by at desc, subject limit ?", List.of(LISTED), Purges::read);
    }

    /** Once a day, but that what was left unfinished is gone on with. */
    private Optional<Purge> turn(String subject, Instant now, Instant before) {
        List<Purge> today = rows.select(
                "select * from purge where subject = ? and at > ? order by at desc limit 1",
                List.of(subject, Rows.time(now.minus(A_DAY))),
                Purges::read);
        return today.isEmpty()
                ? Optional.of(forget(subject, now, before))
                : today.stream()
                        .filter(purge -> !purge.finished() && purge.reportedAt().isBefore(now.minus(SILENT_FOR)))
                        .findFirst();
    }

    private Purge forget(String subject, Instant now, Instant before) {
        long removed = SUBJECTS.getOrDefault(subject, List.of()).stream()
                .mapToLong(statement -> rows.change(statement, List.of(Rows.time(before))))
                .sum();
        Purge purge = new Purge(now, subject, before, removed, SUBJECTS.containsKey(subject), now);
        rows.change(
                "insert into purge (at, subject, before, removed, finished, reported_at) values (?, ?, ?, ?, ?, ?)",
                List.of(Rows.time(now), subject, Rows.time(before), removed, purge.finished(), Rows.time(now)));
        return purge;
    }

    private static Purge read(ResultSet row) throws SQLException {
        return new Purge(
                Rows.instant(row, "at"),
                row.getString("subject"),
                Rows.instant(row, "before"),
                row.getLong("removed"),
                row.getBoolean("finished"),
                Rows.instant(row, "reported_at"));
    }

    /**
     * What was forgotten of one subject.
     *
     * @param finished whether that is all that was due; else it is gone on with within the hour
     */
    public record Purge(
            Instant at, String subject, Instant before, long removed, boolean finished, Instant reportedAt) {
        public Purge reached(long removed, boolean finished) {
            return new Purge(at, subject, before, removed, finished, reportedAt);
        }
    }
}
