package io.vigie.local.bench;

import io.vigie.local.bench.Written.Sample;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The least that must be done: inserts as many rows of the same sizes as the orchestrator wrote, into copies of its tables with
 * the same indexes and checks, as many together in a transaction, in batches; reads nothing, decides nothing.
 */
final class BareInserts {
    private static final String SCHEMA = "bare";

    private final Connection connection;
    private final Map<String, Double> owed = new HashMap<>();
    private long made;

    BareInserts(Connection connection) {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + SCHEMA);
            for (LedgerTable table : LedgerTable.ALL) {
                statement.execute(
                        "CREATE TABLE %s.%s (LIKE public.%2$s INCLUDING ALL)".formatted(SCHEMA, table.name()));
            }
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException("the copies of the tables cannot be made", e);
        }
    }

    /** Stores what so many events lead to. */
    long store(long events, Written like) {
        long together = Math.max(1, Math.round(like.eventsPerTransaction()));
        try {
            for (long stored = 0; stored < events; stored += together) {
                long some = Math.min(together, events - stored);
                for (LedgerTable table : LedgerTable.ALL) {
                    insert(
                            table,
                            like.samples().get(table.name()),
                            some * like.rowsPerEvent().get(table.name()));
                }
                connection.commit();
            }
            return events;
        } catch (SQLException e) {
            throw new IllegalStateException("the reference could not store", e);
        }
    }

    private void insert(LedgerTable table, List<Sample> samples, double rows) throws SQLException {
        double all = owed.getOrDefault(table.name(), 0.0) + rows;
        long whole = (long) all;
        owed.put(table.name(), all - whole);
        if (whole == 0) {
            return;
        }
        Set<String> columns = new TreeSet<>();
        samples.forEach(sample -> columns.addAll(sample.values().keySet()));
        String sql = "INSERT INTO %s.%s (%s) VALUES (%s)"
                .formatted(SCHEMA, table.name(), String.join(", ", columns), "?, ".repeat(columns.size() - 1) + "?");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (long row = 0; row < whole; row++) {
                bind(statement, table, columns, samples.get((int) (made++ % samples.size())));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void bind(PreparedStatement statement, LedgerTable table, Set<String> columns, Sample sample)
            throws SQLException {
        int at = 1;
        for (String column : columns) {
            String value = sample.values().get(column);
            // the server reads it as whatever the column holds
            statement.setObject(at++, table.keys().contains(column) ? fresh(value) : value, Types.OTHER);
        }
    }

    /** Another key, as long as the one that stood there. */
    private String fresh(String key) {
        String id = new UUID(made * 0x9e3779b97f4a7c15L, made).toString();
        return key.length() >= id.length() ? id : "C-%010d".formatted(made);
    }
}
