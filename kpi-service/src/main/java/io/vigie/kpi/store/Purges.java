package io.vigie.kpi.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.vigie.kpi.KpiConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Forgets what has been kept long enough, once a day over all instances, and reports what went. */
@Singleton
public class Purges {
    private static final Duration A_DAY = Duration.ofHours(23);
    private static final String MY_TURN = """
            select pg_try_advisory_xact_lock(5420917733) and not exists (select from purge where at > ?)""";
    private static final String REPORT = "insert into purge (at, subject, before, removed) values (?, ?, ?, ?)";
    private static final String LATEST =
            "select at, subject, before, removed from purge order by at desc, subject limit ?";

    /** What there is to forget, each by its own instant. */
    private static final Map<String, List<String>> SUBJECTS = Map.of(
            "unreadable", List.of("delete from unreadable where kept_at < ?"),
            "ticks", List.of("delete from tick where time < ?"),
            "signals", List.of("delete from signal_fact where time < ?"),
            "work",
                    List.of(
                            "delete from case_fact where at < ?",
                            "delete from task_fact where at < ?",
                            "delete from no_action_fact where at < ?",
                            "delete from notice_fact where at < ?",
                            "delete from interview_fact where at < ?"),
            "purges", List.of("delete from purge where at < ?"));

    private final DataSource database;
    private final KpiConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    @Inject
    Purges(DataSource database, KpiConfig config, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /** What was forgotten of one subject. */
    public record Purge(Instant at, String subject, Instant before, long removed) {}

    /** In a replay time is not the clock's, and nothing grows old. */
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void hourly() {
        if (config.mode() == KpiConfig.Mode.LIVE) {
            purge(clock.instant());
        }
    }

    /**
     * Forgets what is due.
     *
     * @return what went; nothing where this day's was done, or another instance is at it
     */
    List<Purge> purge(Instant now) {
        List<Purge> done = QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return isMyTurn(connection, now) ? forget(connection, now) : List.of();
            }
        });
        done.forEach(purge ->
                meters.counter("vigie.purged", "table", purge.subject()).increment((double) purge.removed()));
        return done;
    }

    /** The latest first. */
    public List<Purge> latest(int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(LATEST)) {
            query.setInt(1, limit);
            try (ResultSet rows = query.executeQuery()) {
                List<Purge> purges = new ArrayList<>();
                while (rows.next()) {
                    purges.add(new Purge(instant(rows, 1), rows.getString(2), instant(rows, 3), rows.getLong(4)));
                }
                return purges;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer: " + e.getMessage(), e);
        }
    }

    private List<Purge> forget(Connection connection, Instant now) throws SQLException {
        List<Purge> done = new ArrayList<>();
        for (Map.Entry<String, Duration> keep : periods().entrySet()) {
            Instant before = now.minus(keep.getValue());
            long removed = 0;
            for (String delete : SUBJECTS.get(keep.getKey())) {
                removed += update(connection, delete, at(before));
            }
            update(connection, REPORT, at(now), keep.getKey(), at(before), removed);
            done.add(new Purge(now, keep.getKey(), before, removed));
        }
        return done;
    }

    private Map<String, Duration> periods() {
        KpiConfig.Keep keep = config.keep();
        Map<String, Duration> periods =
                new TreeMap<>(Map.of("unreadable", keep.unreadable(), "ticks", keep.ticks(), "purges", keep.purges()));
        keep.signals().ifPresent(period -> periods.put("signals", period));
        keep.work().ifPresent(period -> periods.put("work", period));
        return periods;
    }

    private static boolean isMyTurn(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(MY_TURN)) {
            query.setObject(1, at(now.minus(A_DAY)));
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }
}
