package io.vigie.retention.store;

import io.vigie.retention.casework.Dossier;
import io.vigie.retention.casework.RetentionCase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes dossiers out, so that nobody else can meanwhile; {@link Keeping} puts them back. */
@ApplicationScoped
class Dossiers {
    private static final String BEGIN = """
            INSERT INTO dossier (customer, partition) SELECT customer, partition::integer
            FROM unnest(?, ?) WITH ORDINALITY AS came(customer, partition, place) ORDER BY place
            ON CONFLICT (customer) DO NOTHING""";
    private static final String WHOLE = "latest";
    private static final String NOTHING_YET = "NULL::text";
    private static final String TAKE_OUT = """
            , customer, latest_event, latest_received_at, no_action_reason, no_action_rule, answered_at, look_again_at,
                calm_until, last_result, last_because, last_closed_at, last_level, last_action, contacts, owner,
                parted_at, approachable, committed_until
            FROM dossier d WHERE customer = ANY (?) ORDER BY customer FOR UPDATE""";
    private static final String LOOK = "SELECT * FROM dossier WHERE customer = ?";
    private static final String KNOWN =
            "SELECT * FROM dossier WHERE customer > ? AND latest IS NOT NULL ORDER BY customer LIMIT ?";
    private static final String NAMES =
            "SELECT customer FROM dossier WHERE customer > ? AND latest IS NOT NULL ORDER BY customer LIMIT ?";
    private static final String DUE_IN_PARTITION = "SELECT customer FROM deadline WHERE partition = ? AND due <= ?"
            + " GROUP BY customer ORDER BY min(due), customer";
    private static final String DUE_AND_FREE = """
            SELECT d.customer FROM deadline l JOIN dossier d ON d.customer = l.customer
            WHERE l.due <= ? ORDER BY l.due LIMIT ? FOR UPDATE OF d SKIP LOCKED""";
    private static final String PUT_OFF =
            "UPDATE deadline SET due = ?, was_due = coalesce(was_due, due) WHERE customer = ? AND due <= ?";
    private static final String OF_TASK = "SELECT customer FROM task WHERE id = ?";

    private final Database database;
    private final CaseRows cases;

    Dossiers(Database database, CaseRows cases) {
        this.database = database;
        this.cases = cases;
    }

    /**
     * Of customers whose risk has come in, some of whom may be new; in one order everywhere, so that no two wait for
     * each other. The last risk is read only where something falls due before a new one takes its place.
     *
     * @param upTo the latest instant that any of the new ones is as of
     */
    Tray takeOut(Map<String, Integer> partitionByCustomer, Instant upTo) {
        database.updateTogether(
                BEGIN,
                partitionByCustomer.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
                        .toList());
        Tray tray = takeOut(NOTHING_YET, partitionByCustomer.keySet());
        List<String> due = tray.customers().stream()
                .filter(customer -> tray.of(customer)
                        .nextDeadline()
                        .filter(next -> !next.due().isAfter(upTo))
                        .isPresent())
                .toList();
        if (due.isEmpty()) {
            return tray;
        }
        Tray whole = takeOut(WHOLE, due);
        return new Tray(tray.customers().stream()
                .map(customer -> whole.holds(customer) ? whole.of(customer) : tray.of(customer))
                .toList());
    }

    Tray takeOut(Collection<String> customers) {
        return takeOut(WHOLE, customers);
    }

    private Tray takeOut(String latest, Collection<String> customers) {
        String[] names = customers.toArray(String[]::new);
        List<Dossier> withoutCase =
                database.rows("SELECT " + latest + " AS latest" + TAKE_OUT, DossierRow::dossier, (Object) names);
        Map<String, RetentionCase> underWay = cases.underWay(names);
        return new Tray(withoutCase.stream()
                .map(dossier -> Optional.ofNullable(underWay.get(dossier.customer()))
                        .map(dossier::with)
                        .orElse(dossier))
                .toList());
    }

    /** Without taking it out: for who only wants to know. */
    Optional<Dossier> look(String customer) {
        return database.rows(LOOK, DossierRow::dossier, customer).stream()
                .findFirst()
                .map(dossier -> Optional.ofNullable(
                                cases.underWay(new String[] {customer}).get(customer))
                        .map(dossier::with)
                        .orElse(dossier));
    }

    /** Of whom a risk is known, in the order of their names after one. */
    List<Dossier> known(String after, int limit) {
        return database.rows(KNOWN, DossierRow::dossier, after, limit);
    }

    /** The names alone. */
    List<String> names(String after, int limit) {
        return database.rows(NAMES, row -> row.text("customer"), after, limit);
    }

    /** Whose deadlines in a partition have come by then, the earliest first. */
    List<String> dueIn(int partition, Instant by) {
        return database.rows(DUE_IN_PARTITION, row -> row.text("customer"), partition, by);
    }

    /** Some whose deadlines have come and whom no other instance is busy with. */
    List<String> dueAndFree(Instant by, int limit) {
        return database.rows(DUE_AND_FREE, row -> row.text("customer"), by, limit);
    }

    /** What has fallen due for a customer is looked at later. */
    void putOff(String customer, Instant due, Instant to) {
        database.update(PUT_OFF, to, customer, due);
    }

    Optional<String> customerOf(UUID task) {
        return database.rows(OF_TASK, row -> row.text("customer"), task).stream()
                .findFirst();
    }
}
