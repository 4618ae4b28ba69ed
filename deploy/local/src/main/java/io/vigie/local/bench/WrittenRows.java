package io.vigie.local.bench;

import io.vigie.events.wire.Topic;
import io.vigie.local.bench.Written.Sample;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads in the database what the orchestrator wrote since the last look, so that the reference writes neither more nor less. */
final class WrittenRows {
    private static final int SAMPLES = 300;
    private static final String COUNTS =
            "SELECT relname, n_tup_ins + n_tup_upd FROM pg_stat_user_tables" + " WHERE schemaname = 'public'";
    private static final String TRANSACTIONS = "SELECT count(*)::float8 / count(DISTINCT xmin::text) FROM inbox";

    private final Connection connection;
    private final TopicSamples told;
    private final Map<String, Long> before = new HashMap<>();
    private long events;

    /**
     * @param prefix of the topic to which the outbox goes
     */
    WrittenRows(Connection connection, String kafka, String prefix) {
        this.connection = connection;
        this.told = new TopicSamples(kafka, Topic.RETENTION.under(prefix), SAMPLES);
    }

    /**
     * @param more how many risks were decided on since
     */
    Written since(long more) {
        events += more;
        Map<String, Long> now = counts();
        while (now.getOrDefault(LedgerTable.INBOX.name(), 0L) < events) {
            // the server gathers its figures with some delay
            Pause.aMoment();
            now = counts();
        }
        Map<String, Double> rows = new LinkedHashMap<>();
        Map<String, List<Sample>> samples = new TreeMap<>();
        for (LedgerTable table : LedgerTable.ALL) {
            long written = now.getOrDefault(table.name(), 0L) - before.getOrDefault(table.name(), 0L);
            List<Sample> some = table.equals(LedgerTable.OUTBOX) ? told.latest() : samples(table);
            rows.put(table.name(), some.isEmpty() ? 0 : (double) written / more);
            samples.put(table.name(), some);
        }
        before.putAll(now);
        return new Written(rows, number(TRANSACTIONS), samples);
    }

    private Map<String, Long> counts() {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(COUNTS)) {
            Map<String, Long> counts = new HashMap<>();
            while (result.next()) {
                counts.put(result.getString(1), result.getLong(2));
            }
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not tell what was written", e);
        }
    }

    private double number(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getDouble(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer " + query, e);
        }
    }

    private List<Sample> samples(LedgerTable table) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT * FROM " + table.name() + " ORDER BY random() LIMIT " + SAMPLES)) {
            List<Sample> samples = new ArrayList<>();
            while (result.next()) {
                samples.add(sample(result));
            }
            return samples;
        } catch (SQLException e) {
            throw new IllegalStateException(table.name() + " cannot be read", e);
        }
    }

    private static Sample sample(ResultSet result) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            String value = result.getString(column);
            if (value != null) {
                values.put(result.getMetaData().getColumnName(column), value);
            }
        }
        return new Sample(values);
    }
}
