package io.vigie.ingest.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Writes a lookup's rows in batches, since a lookup may be as long as a customer base. */
final class LookupInsert implements AutoCloseable {
    private static final int BATCH = 1_000;

    private final PreparedStatement insert;
    private final Optional<String> customer;
    private long rows;

    LookupInsert(Connection connection, String source, String name, Optional<String> customer) throws SQLException {
        this.customer = customer;
        this.insert = connection.prepareStatement(
                "insert into lookup_row (source, name, key, row, customer) values (?, ?, ?, ?::jsonb, ?)");
        insert.setString(1, source);
        insert.setString(2, name);
    }

    void add(String key, Map<String, Object> row) {
        try {
            insert.setString(3, key);
            insert.setString(4, Rows.json(row));
            insert.setString(5, customer.map(row::get).map(Object::toString).orElse(null));
            insert.addBatch();
            if (++rows % BATCH == 0) {
                insert.executeBatch();
            }
        } catch (SQLException e) {
            throw DatabaseAway.or("the lookup could not be kept", e);
        }
    }

    long finish() throws SQLException {
        insert.executeBatch();
        return rows;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
