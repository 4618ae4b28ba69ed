package io.vigie.retention.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.EventJson;
import io.vigie.events.customer.Customer;
import io.vigie.privacy.Enciphering;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How to reach a customer, for the people who do, kept enciphered as it came; no decision ever looks here. */
@ApplicationScoped
public class ContactCards {
    private static final Set<String> NEEDED = Set.of("name", "language", "contact", "contacts");
    private static final String KEEP = """
            INSERT INTO contact_card (customer, time, card, parent) VALUES (?, ?, ?::jsonb, ?)
            ON CONFLICT (customer) DO UPDATE SET time = excluded.time, card = excluded.card, parent = excluded.parent
            WHERE contact_card.time <= excluded.time""";
    private static final String FIND = """
            SELECT c.customer, c.card, k.wrapped FROM contact_card c LEFT JOIN customer_key k ON k.customer = c.customer
            WHERE c.customer = ?""";
    private static final String ERASE = "DELETE FROM contact_card WHERE customer = ?";

    private final Database database;
    private final CustomerKeys keys;
    private final UnreadableRecords unreadables;

    ContactCards(Database database, CustomerKeys keys, UnreadableRecords unreadables) {
        this.database = database;
        this.keys = keys;
        this.unreadables = unreadables;
    }

    /** Of two records of one customer the later counts, in whatever order they come. */
    @Transactional
    public void keep(List<Customer> customers) {
        database.updateAll(KEEP, customers.stream().map(ContactCards::values).toList());
    }

    /** Whatever this topic told of them before is gone. */
    @Transactional
    public void erase(String customer, Arrival.Origin origin) {
        database.update(ERASE, customer);
        unreadables.erase(customer, origin);
    }

    @Transactional
    public Optional<ContactCard> find(String customer) {
        return database.rows(FIND, this::card, customer).stream().findFirst();
    }

    ContactCard card(Row row) throws SQLException {
        return Json.CARD.from(Enciphering.deciphered(
                        Json.tree(row.text("card")), keys.cipher(row.text("customer"), row.maybeText("wrapped")))
                .toString());
    }

    private static Object[] values(Customer customer) {
        ObjectNode card = EventJson.mapper().valueToTree(customer);
        return new Object[] {customer.id(), customer.time(), card.retain(NEEDED).toString(), customer.parent()};
    }
}
