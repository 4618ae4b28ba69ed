package io.vigie.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** When each customer was last heard of or spoken to, to the day. */
@ApplicationScoped
public class LastContacts {
    private static final String UPSERT =
            "insert into last_contact as known (customer, day, ended_at, resumed_at) values (?, ?, ?, ?)"
                    + " on conflict (customer) do update set day = greatest(known.day, excluded.day),"
                    + " ended_at = greatest(known.ended_at, excluded.ended_at),"
                    + " resumed_at = greatest(known.resumed_at, excluded.resumed_at)"
                    + " where excluded.day > known.day or excluded.ended_at is not null"
                    + " or excluded.resumed_at is not null";

    /** By the record: a contract that has not been ended, and that goes on by itself or has not come to its end. */
    private static final String UNDER_CONTRACT = "record -> 'contract' is not null"
            + " and (ended_at is null or resumed_at >= ended_at"
            + " or instant_or_null(record -> 'contract' ->> 'start') > ended_at)"
            + " and (record -> 'contract' ->> 'renewal' = 'tacit'"
            + " or coalesce(instant_or_null(record -> 'contract' ->> 'end') > ?, true))"
            + " and not " + ContractRows.ENDED;

    private static final String INACTIVE = "with silent as (select customer, ended_at, resumed_at, record"
            + " from last_contact left join customer_record using (customer) where day < ?"
            + " union all select customer, null, null, record"
            + " from customer_record left join last_contact using (customer)"
            + " where last_contact.customer is null and told_at < ?)"
            + " select customer from silent where (" + UNDER_CONTRACT + ") is not true"
            + " and not " + ContractRows.RUNS + " limit ?";

    private final DataSource database;
    private final Rows rows;
    private final ContractRows contracts;

    LastContacts(DataSource database) {
        this.database = database;
        this.contracts = new ContractRows(database);
        this.rows = new Rows(database, "the customers' last contacts could not be read");
    }

    @Transactional
    public void keep(Collection<Contact> contacts) {
        contracts.keep(
                contacts.stream().flatMap(each -> each.contract().stream()).toList());
        Map<String, Contact> latest = new TreeMap<>(
                contacts.stream().collect(Collectors.toMap(Contact::customer, each -> each, Contact::and)));
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (Contact contact : latest.values()) {
                upsert.setString(1, contact.customer());
                upsert.setObject(2, day(contact.at()));
                upsert.setObject(3, contact.ended().map(Rows::time).orElse(null));
                upsert.setObject(4, contact.resumed().map(Rows::time).orElse(null));
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw DatabaseAway.or("the customers' last contacts could not be kept", e);
        }
    }

    /** The day of the last one. */
    public Optional<LocalDate> of(String customer) {
        return rows
                .select(
                        "select day from last_contact where customer = ?",
                        List.of(customer),
                        row -> row.getObject("day", LocalDate.class))
                .stream()
                .findFirst();
    }

    /** What signals told of a customer's contracts. */
    public List<ContractTold> contractsOf(String customer) {
        return contracts.of(customer);
    }

    /** Who has no running contract and was not heard of since. */
    public List<String> inactive(Instant since, Instant now, int limit) {
        return rows.select(
                INACTIVE,
                List.of(day(since), Rows.time(since), Rows.time(now), Rows.time(now), limit),
                row -> row.getString("customer"));
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /**
     * Something between a customer and us.
     *
     * @param ended when they said, or we learned, that they are no customer any more
     * @param resumed when they became one again
     * @param contract what was told of a contract of theirs
     */
    public record Contact(
            String customer,
            Instant at,
            Optional<Instant> ended,
            Optional<Instant> resumed,
            Optional<ContractTold> contract) {
        /** The later of both, but for contracts, which are kept apart. */
        Contact and(Contact other) {
            return new Contact(
                    customer,
                    at.isAfter(other.at) ? at : other.at,
                    later(ended, other.ended),
                    later(resumed, other.resumed),
                    Optional.empty());
        }

        static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
            return one.filter(at -> other.isEmpty() || at.isAfter(other.get())).or(() -> other);
        }
    }
}
