package io.vigie.ingest.store;

import io.vigie.events.customer.CustomerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** One key for each customer, whichever instance made it first. */
@ApplicationScoped
public class CustomerKeys {
    private static final String TELL = "with ours as (select customer from customer_key"
            + " where customer = any (?) and not told order by customer for update)"
            + " update customer_key set told = true from ours where customer_key.customer = ours.customer";

    private static final String INSERT =
            "insert into customer_key (customer, wrapped, made_at) values (?, ?, ?) on conflict do nothing";

    private final DataSource database;
    private final Rows rows;

    CustomerKeys(DataSource database) {
        this.database = database;
        this.rows = new Rows(database, "the customers' keys could not be read or changed");
    }

    /** Those that there are. */
    public Map<String, Kept> find(Collection<String> customers) {
        Map<String, Kept> found = new HashMap<>();
        rows.select(
                "select customer, wrapped, told from customer_key where customer = any (?)",
                List.of((Object) customers.toArray(String[]::new)),
                row -> found.put(
                        row.getString("customer"),
                        new Kept(new CustomerKey(row.getString("wrapped")), row.getBoolean("told"))));
        return found;
    }

    /** Keeps those whose customers have none, in one order so that two who do so at once only wait for each other. */
    @Transactional
    public void keep(Map<String, CustomerKey> fresh, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Map.Entry<String, CustomerKey> each : new TreeMap<>(fresh).entrySet()) {
                insert.setString(1, each.getKey());
                insert.setString(2, each.getValue().wrapped());
                insert.setObject(3, Rows.time(now));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw DatabaseAway.or("the customers' keys could not be kept", e);
        }
    }

    /** Remembers that everybody can read them, in one order like {@link #keep}. */
    @Transactional
    public void told(Collection<String> customers) {
        rows.change(TELL, List.of((Object) customers.toArray(String[]::new)));
    }

    /**
     * A customer's key.
     *
     * @param told whether it stands on the topic of keys
     */
    public record Kept(CustomerKey key, boolean told) {}
}
