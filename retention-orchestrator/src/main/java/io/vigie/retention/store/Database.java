package io.vigie.retention.store;

import io.vigie.events.Word;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** SQL in the transaction under way, with Java's own types on both sides. */
@ApplicationScoped
class Database {
    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    <T> List<T> rows(String sql, Reading<T> reading, Object... values) {
        return on(sql, statement -> {
            bind(statement, values);
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                Row row = new Row(result);
                while (result.next()) {
                    rows.add(reading.of(row));
                }
                return rows;
            }
        });
    }

    int update(String sql, Object... values) {
        return on(sql, statement -> {
            bind(statement, values);
            return statement.executeUpdate();
        });
    }

    /** The same statement for many rows, in one round trip. */
    void updateAll(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        on(sql, statement -> {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** One statement for many rows: each of its parameters is a column of texts, for {@code unnest} to take apart. */
    void updateTogether(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            update(sql, Columns.of(rows));
        }
    }

    private <T> T on(String sql, Work<T> work) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new StoreFailure(sql, e);
        }
    }

    private static void bind(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case Optional<?> optional -> bind(statement, at, optional.orElse(null));
            case Instant instant -> statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
            case Word word -> statement.setString(at, word.word());
            case String[] texts -> bind(statement, at, "text", texts);
            case UUID[] ids -> bind(statement, at, "uuid", ids);
            case Long[] numbers -> bind(statement, at, "bigint", numbers);
            case null, default -> statement.setObject(at, value);
        }
    }

    private static void bind(PreparedStatement statement, int at, String type, Object[] values) throws SQLException {
        statement.setArray(at, statement.getConnection().createArrayOf(type, values));
    }

    /** Makes something of one row. */
    @FunctionalInterface
    interface Reading<T> {
        T of(Row row) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }
}
