package io.vigie.retention.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whom a customer belongs to and who belongs to the same: a site, its company, their group. */
@ApplicationScoped
public class Relations {
    /** Six steps each way, so that records which name each other in a circle come to an end. */
    private static final String FAMILY = """
            WITH RECURSIVE above (customer, step) AS (
                SELECT ?::text, 0
                UNION
                SELECT c.parent, step + 1 FROM above JOIN contact_card c ON c.customer = above.customer
                WHERE c.parent IS NOT NULL AND step < 6),
            top AS (SELECT customer FROM above ORDER BY step DESC LIMIT 1),
            below (customer, step) AS (
                SELECT customer, 0 FROM top
                UNION
                SELECT c.customer, step + 1 FROM below JOIN contact_card c ON c.parent = below.customer WHERE step < 6),
            family AS (
                SELECT customer, (SELECT max(step) FROM above WHERE above.customer = b.customer) AS above,
                    min(step) AS step
                FROM below b GROUP BY customer)
            SELECT f.customer, f.above IS NOT NULL AS above, coalesce(c.card, '{}') AS card, k.wrapped, r.id AS open
            FROM family f LEFT JOIN contact_card c ON c.customer = f.customer
                LEFT JOIN customer_key k ON k.customer = f.customer
                LEFT JOIN retention_case r ON r.customer = f.customer AND r.closed_at IS NULL
                    AND NOT r.discreet
            WHERE f.customer <> ? ORDER BY (f.above IS NULL), f.step, (r.id IS NULL), f.customer LIMIT ?""";

    private static final int MOST = 50;

    private final Database database;
    private final ContactCards cards;

    Relations(Database database, ContactCards cards) {
        this.database = database;
        this.cards = cards;
    }

    /** The group first, then the company; then the others of the same, those with a case before those without. */
    @Transactional
    public List<Relative> of(String customer) {
        return database.rows(FAMILY, this::relative, customer, customer, MOST);
    }

    private Relative relative(Row row) throws SQLException {
        return new Relative(
                row.text("customer"),
                cards.card(row).name(),
                row.is("above"),
                row.maybeText("open").map(UUID::fromString));
    }

    /**
     * A customer related to another.
     *
     * @param above whether the other belongs to this one
     * @param openCase the case under way, where there is one that everybody may see
     */
    public record Relative(String customer, Optional<String> name, boolean above, Optional<UUID> openCase) {
        public String called() {
            return name.orElse(customer);
        }
    }
}
