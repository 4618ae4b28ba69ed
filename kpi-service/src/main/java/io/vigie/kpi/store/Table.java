package io.vigie.kpi.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;

/** Writes many rows with one statement: facts come by the thousand. */
record Table<T>(String statement, Binder<T> binder) {

    /** Puts one row's values into the statement. */
    interface Binder<T> {
        void bind(Row row, T value) throws SQLException;
    }

    void write(Connection connection, Collection<T> values) throws SQLException {
        if (values.isEmpty()) {
            return;
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (T value : values) {
                binder.bind(new Row(prepared, 1), value);
                prepared.addBatch();
            }
            prepared.executeBatch();
        }
    }

    /** Takes values one after the other, in the database's own precision. */
    static final class Row {
        private final PreparedStatement prepared;
        private int next;

        Row(PreparedStatement prepared, int first) {
            this.prepared = prepared;
            this.next = first;
        }

        Row text(String value) throws SQLException {
            prepared.setString(next++, value);
            return this;
        }

        Row text(Optional<String> value) throws SQLException {
            prepared.setObject(next++, value.orElse(null), Types.VARCHAR);
            return this;
        }

        Row number(long value) throws SQLException {
            prepared.setLong(next++, value);
            return this;
        }

        Row bool(boolean value) throws SQLException {
            prepared.setBoolean(next++, value);
            return this;
        }

        Row real(double value) throws SQLException {
            prepared.setDouble(next++, value);
            return this;
        }

        Row time(Instant value) throws SQLException {
            prepared.setObject(next++, timestamp(value));
            return this;
        }

        Row time(Optional<Instant> value) throws SQLException {
            prepared.setObject(next++, value.map(Row::timestamp).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
            return this;
        }

        Row bytes(Optional<byte[]> value) throws SQLException {
            prepared.setBytes(next++, value.orElse(null));
            return this;
        }

        private static OffsetDateTime timestamp(Instant value) {
            return value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        }
    }
}
