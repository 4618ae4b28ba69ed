package io.vigie.retention.store;

import io.vigie.events.customer.Customer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** How to reach a customer, for the people who do; no decision ever looks here. */
@ApplicationScoped
public class ContactCards {
    private static final String KEEP = """
            INSERT INTO contact_card (customer, time, name, language, phone, email, address)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (customer) DO UPDATE SET time = excluded.time, name = excluded.name,
                language = excluded.language, phone = excluded.phone, email = excluded.email,
                address = excluded.address
            WHERE contact_card.time <= excluded.time""";

    private final Database database;

    ContactCards(Database database) {
        this.database = database;
    }

    /** Of two records of one customer the later counts, in whatever order they come. */
    @Transactional
    public void keep(List<Customer> customers) {
        database.updateAll(KEEP, customers.stream().map(ContactCards::values).toList());
    }

    @Transactional
    public Optional<ContactCard> find(String customer) {
        return database
                .rows(
                        "SELECT * FROM contact_card WHERE customer = ?",
                        row -> new ContactCard(
                                row.maybeText("name"),
                                row.maybeText("language"),
                                row.maybeText("phone"),
                                row.maybeText("email"),
                                row.maybeText("address")),
                        customer)
                .stream()
                .findFirst();
    }

    private static Object[] values(Customer customer) {
        return new Object[] {
            customer.id(),
            customer.time(),
            customer.name(),
            customer.language(),
            customer.contact().phone(),
            customer.contact().email(),
            customer.contact().address()
        };
    }

    /** What whoever makes the contact needs; personal, every field. */
    public record ContactCard(
            Optional<String> name,
            Optional<String> language,
            Optional<String> phone,
            Optional<String> email,
            Optional<String> address) {}
}
