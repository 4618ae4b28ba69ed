package io.vigie.ingest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.events.EventJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** The table of customers' records; locked in one order, so that two who take the same customers wait for each other. */
final class RecordRows {
    /** Holds the place of a customer of whom nothing is filed yet, for no longer than a transaction. */
    private static final String PLACES =
            "insert into customer_record (customer, time, source, record, told_at, told_digest)"
                    + " select customer, 'epoch'::timestamptz, '', '{}'::jsonb, 'epoch'::timestamptz, '' from unnest(?) customer order by customer"
                    + " on conflict do nothing";

    private static final String HELD =
            "select * from customer_record where customer = any (?) and told_digest <> '' order by customer for update";
    private static final String UPSERT =
            "insert into customer_record (customer, time, source, record, told_at, told_digest)"
                    + " values (?, ?, ?, ?::jsonb, ?, ?) on conflict (customer) do update set time = excluded.time,"
                    + " source = excluded.source, record = excluded.record, told_at = excluded.told_at,"
                    + " told_digest = excluded.told_digest";

    private final DataSource database;
    private final Rows rows;

    RecordRows(DataSource database) {
        this.database = database;
        this.rows = new Rows(database, "the customers' records could not be read or changed");
    }

    Optional<Filed> find(String customer) {
        return rows
                .select("select * from customer_record where customer = ?", List.of(customer), RecordRows::read)
                .stream()
                .findFirst();
    }

    /** What is filed of them; nobody else files anything of them until the transaction ends, known or not. */
    Map<String, Filed> held(Collection<String> customers) {
        Map<String, Filed> filed = locked(customers);
        Set<String> unknown = new TreeSet<>(customers);
        unknown.removeAll(filed.keySet());
        if (unknown.isEmpty() || rows.change(PLACES, List.of((Object) texts(unknown))) == unknown.size()) {
            return filed;
        }
        return locked(customers);
    }

    /** When what was told last of them was told; nobody else files anything of them until the transaction ends. */
    Map<String, Instant> toldAt(Collection<String> customers) {
        Map<String, Instant> told = new HashMap<>();
        rows.select(
                HELD,
                List.of((Object) texts(customers)),
                row -> told.put(row.getString("customer"), Rows.instant(row, "told_at")));
        return told;
    }

    /** What is filed of those who are known, likewise. */
    Map<String, Filed> known(Collection<String> customers) {
        return locked(customers);
    }

    /** Marks what was just filed of them as not told yet, or as told. */
    void mark(Collection<String> customers, boolean untold) {
        rows.change(
                "update customer_record set untold = ? where customer = any (?) and untold <> ?",
                List.of(untold, texts(customers), untold));
    }

    List<String> untold(int most) {
        return rows.select(
                "select customer from customer_record where untold order by customer limit ?",
                List.of(most),
                row -> row.getString("customer"));
    }

    void write(Collection<Filed> changed) {
        if (changed.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (Filed filed : changed.stream().sorted(Filed.IN_ORDER).toList()) {
                upsert.setString(1, filed.record().id());
                upsert.setObject(2, Rows.time(filed.record().time()));
                upsert.setString(3, Rows.storable(filed.source()));
                upsert.setString(4, EventJson.mapper().writeValueAsString(filed.record()));
                upsert.setObject(5, Rows.time(filed.toldAt()));
                upsert.setString(6, filed.toldDigest());
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw DatabaseAway.or("the customers' records could not be kept", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a customer's record could not be written", e);
        }
    }

    private Map<String, Filed> locked(Collection<String> customers) {
        Map<String, Filed> filed = new HashMap<>();
        rows.select(HELD, List.of((Object) texts(customers)), row -> filed.put(row.getString("customer"), read(row)));
        return filed;
    }

    private static String[] texts(Collection<String> customers) {
        return customers.toArray(String[]::new);
    }

    private static Filed read(ResultSet row) throws SQLException {
        return new Filed(
                Filed.read(row.getString("record")),
                row.getString("source"),
                Rows.instant(row, "told_at"),
                row.getString("told_digest"));
    }
}
