package io.vigie.ingest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.events.EventJson;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Customer;
import io.vigie.ingest.intake.Wishes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The last record of each customer, so that their wishes travel with it; the records are enciphered before they come
 * here. Of two the later time wins; what is told of a customer is later each time that it differs.
 */
@ApplicationScoped
public class CustomerFile {
    private static final String UPSERT =
            "insert into customer_record (customer, time, source, record, told_at, told_digest)"
                    + " values (?, ?, ?, ?::jsonb, ?, ?) on conflict (customer) do update set time = excluded.time,"
                    + " source = excluded.source, record = excluded.record, told_at = excluded.told_at,"
                    + " told_digest = excluded.told_digest";

    private final DataSource database;
    private final Rows rows;
    private final WishRows wishes;

    CustomerFile(DataSource database) {
        this.database = database;
        this.rows = new Rows(database, "the customers' records could not be read or changed");
        this.wishes = new WishRows(database);
    }

    /**
     * Takes records in the order in which they came.
     *
     * @return for each of them what to tell of the customer
     */
    @Transactional
    public List<Telling> take(List<Given> given) {
        Set<String> customers =
                given.stream().map(each -> each.record().id()).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Filed> before = filed(customers);
        keepConsents(given);
        Map<String, Wishes> wishes = this.wishes.of(customers);
        Map<String, Filed> changed = new HashMap<>();
        List<Telling> tellings = new ArrayList<>();
        for (Given each : given) {
            String customer = each.record().id();
            Optional<Filed> last = Optional.ofNullable(before.get(customer));
            if (last.filter(filed ->
                            each.record().time().isBefore(filed.record().time()))
                    .isPresent()) {
                tellings.add(new Telling(each.record(), each.source(), true));
                continue;
            }
            Wishes said = wishes.getOrDefault(customer, Wishes.NONE);
            Filed next = Filed.after(last, each, said, each.record().time());
            if (!last.equals(Optional.of(next))) {
                before.put(customer, next);
                changed.put(customer, next);
            }
            tellings.add(next.telling(said));
        }
        write(changed.values());
        return tellings;
    }

    /** Keeps consents, and tells what is known of the customer with them. */
    @Transactional
    public Telling consent(String customer, List<Consent> consents, String source, Instant now) {
        Optional<Filed> before = Optional.ofNullable(filed(Set.of(customer)).get(customer));
        wishes.keep(Map.of(customer, consents));
        return tellAgain(customer, before, source, now);
    }

    /** Keeps an objection or its withdrawal, and tells what is known of the customer with it. */
    @Transactional
    public Telling object(String customer, Wishes.Objection objection, String source, Instant now) {
        Optional<Filed> before = Optional.ofNullable(filed(Set.of(customer)).get(customer));
        wishes.keep(customer, objection);
        return tellAgain(customer, before, source, now);
    }

    public Wishes wishesOf(String customer) {
        return wishes.of(Set.of(customer)).getOrDefault(customer, Wishes.NONE);
    }

    /** The last record as it was told, wishes included. */
    public Optional<Customer> find(String customer) {
        List<Filed> filed =
                rows.select("select * from customer_record where customer = ?", List.of(customer), CustomerFile::read);
        return filed.stream().findFirst().map(last -> last.telling(wishesOf(customer))
                .record());
    }

    private Telling tellAgain(String customer, Optional<Filed> before, String source, Instant now) {
        Given record = before.map(filed -> new Given(filed.record(), filed.source()))
                .orElseGet(() -> new Given(Filed.stranger(customer), source));
        Wishes said = wishesOf(customer);
        Filed next = Filed.after(before, record, said, now);
        write(List.of(next));
        return next.telling(said);
    }

    private void keepConsents(List<Given> given) {
        Map<String, List<Consent>> consents = new HashMap<>();
        given.forEach(each -> consents.computeIfAbsent(each.record().id(), _ -> new ArrayList<>())
                .addAll(each.record().consents()));
        consents.values().removeIf(List::isEmpty);
        wishes.keep(consents);
    }

    /** In one order, so that two who take the same customers wait for each other instead of for ever. */
    private Map<String, Filed> filed(Collection<String> customers) {
        Map<String, Filed> filed = new HashMap<>();
        rows.select(
                "select * from customer_record where customer = any (?) order by customer for update",
                List.of((Object) customers.toArray(String[]::new)),
                row -> filed.put(row.getString("customer"), read(row)));
        return filed;
    }

    private static Filed read(ResultSet row) throws SQLException {
        return new Filed(
                Filed.read(row.getString("record")),
                row.getString("source"),
                Rows.instant(row, "told_at"),
                row.getString("told_digest"));
    }

    private void write(Collection<Filed> changed) {
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
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the customers' records could not be kept", e);
        }
    }

    /** A record as it came, enciphered. */
    public record Given(Customer record, String source) {}

    /**
     * What to tell of a customer.
     *
     * @param outdated a later one was told before: this one only takes its place in history
     */
    public record Telling(Customer record, String source, boolean outdated) {}
}
