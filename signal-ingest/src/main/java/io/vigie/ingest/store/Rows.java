package io.vigie.ingest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.events.EventJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Statements with their values, run one at a time, for tables that are asked in many ways. */
record Rows(DataSource database, String trouble) {
    /** Makes something of a row. */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> select(String sql, List<Object> values, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = prepared(connection, sql, values);
                ResultSet rows = select.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reading.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw DatabaseAway.or(trouble, e);
        }
    }

    /**
     * @return how many rows it changed
     */
    int change(String sql, List<Object> values) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = prepared(connection, sql, values)) {
            return update.executeUpdate();
        } catch (SQLException e) {
            throw DatabaseAway.or(trouble, e);
        }
    }

    /** An instant as the driver takes it. */
    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> instantIfAny(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** What a column of JSON is given. */
    static String json(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return EventJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("this is no " + type.getSimpleName() + " any more", e);
        }
    }

    /** PostgreSQL keeps any text but the character NUL. */
    static String storable(String text) {
        return text.replace('\0', ' ');
    }

    /** SHA-256, in hexadecimal. */
    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, List<Object> values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int at = 0; at < values.size(); at++) {
            switch (values.get(at)) {
                case String[] texts -> statement.setArray(at + 1, connection.createArrayOf("text", texts));
                case Object value -> statement.setObject(at + 1, value);
            }
        }
        return statement;
    }
}
