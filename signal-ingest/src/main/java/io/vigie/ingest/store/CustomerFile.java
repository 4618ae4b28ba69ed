package io.vigie.ingest.store;

import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.Segment;
import io.vigie.ingest.intake.Wishes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The last record of each customer, so that their wishes travel with it; the records are enciphered before they come
 * here. Of two the later time wins; what is told of a customer is later each time that it differs.
 */
@ApplicationScoped
public class CustomerFile {
    private static final int MOST_AT_ONCE = 200;

    private final RecordRows records;
    private final WishRows wishes;

    CustomerFile(DataSource database) {
        this.records = new RecordRows(database);
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
        Map<String, Filed> before = records.held(customers);
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
                tellings.add(new Telling(each.record(), each.source(), Reach.HISTORY));
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
        records.write(changed.values());
        return tellings;
    }

    /**
     * Keeps consents, and tells what is known of the customers with them.
     *
     * @param consents by customer
     */
    @Transactional
    public List<Telling> consent(Map<String, List<Consent>> consents, String source, Instant now) {
        Map<String, Filed> before = records.held(consents.keySet());
        wishes.keep(consents);
        return tellAgain(consents.keySet(), before, source, now);
    }

    /** Keeps an objection or its withdrawal, and tells what is known of the customer with it. */
    @Transactional
    public List<Telling> object(String customer, Wishes.Objection objection, String source, Instant now) {
        Map<String, Filed> before = records.held(Set.of(customer));
        wishes.keep(customer, objection);
        return tellAgain(Set.of(customer), before, source, now);
    }

    /** Whose wishes were filed and not told, since the broker did not take them or the process died. */
    public List<String> untold() {
        return records.untold(MOST_AT_ONCE);
    }

    /** What was filed last of a customer, to be told again as it was; nothing of who was erased since. */
    @Transactional
    public List<Telling> again(String customer) {
        return records.known(Set.of(customer)).values().stream()
                .map(filed -> filed.telling(wishesOf(customer)))
                .toList();
    }

    /** Everybody has been told of their wishes. */
    @Transactional
    public void told(Set<String> customers) {
        records.mark(customers, false);
    }

    /**
     * What is still to be told of what was filed: who filed later tells it all. Nobody else files anything of these
     * customers until the transaction ends.
     */
    @Transactional
    public List<Telling> current(List<Telling> filed) {
        Map<String, Instant> ours = filed.stream()
                .filter(telling -> telling.reach() == Reach.EVERYBODY)
                .collect(Collectors.toMap(
                        Telling::customer,
                        telling -> telling.record().time(),
                        BinaryOperator.maxBy(Instant::compareTo)));
        Map<String, Instant> told =
                records.toldAt(filed.stream().map(Telling::customer).distinct().toList());
        return filed.stream()
                .map(telling -> telling.reaching(reach(telling, ours, told)))
                .toList();
    }

    public Wishes wishesOf(String customer) {
        return wishes.of(Set.of(customer)).getOrDefault(customer, Wishes.NONE);
    }

    /** The last record as it was told, wishes included. */
    public Optional<Customer> find(String customer) {
        return records.find(customer)
                .map(last -> last.telling(wishesOf(customer)).record());
    }

    /** Whether the last record says so, or names people to speak to. */
    public boolean isCompany(String customer) {
        return records.find(customer)
                .map(Filed::record)
                .filter(record -> record.segment().equals(Optional.of(Segment.B2B))
                        || !record.contacts().isEmpty())
                .isPresent();
    }

    private static Reach reach(Telling telling, Map<String, Instant> ours, Map<String, Instant> told) {
        Optional<Instant> last = Optional.ofNullable(told.get(telling.customer()));
        if (last.isEmpty()) {
            return Reach.NOBODY;
        }
        return telling.reach() == Reach.EVERYBODY && last.get().isAfter(ours.get(telling.customer()))
                ? Reach.HISTORY
                : telling.reach();
    }

    private List<Telling> tellAgain(Set<String> customers, Map<String, Filed> before, String source, Instant now) {
        Map<String, Wishes> said = wishes.of(customers);
        List<Filed> changed = new ArrayList<>();
        List<Telling> tellings = new ArrayList<>();
        for (String customer : new TreeSet<>(customers)) {
            Optional<Filed> last = Optional.ofNullable(before.get(customer));
            Given record = last.map(filed -> new Given(filed.record(), filed.source()))
                    .orElseGet(() -> new Given(Filed.stranger(customer), source));
            Wishes wish = said.getOrDefault(customer, Wishes.NONE);
            Filed next = Filed.after(last, record, wish, now);
            changed.add(next);
            tellings.add(next.telling(wish));
        }
        records.write(changed);
        records.mark(customers, true);
        return tellings;
    }

    private void keepConsents(List<Given> given) {
        Map<String, List<Consent>> consents = new HashMap<>();
        given.forEach(each -> consents.computeIfAbsent(each.record().id(), _ -> new ArrayList<>())
                .addAll(each.record().consents()));
        consents.values().removeIf(List::isEmpty);
        wishes.keep(consents);
    }

    /** A record as it came, enciphered. */
    public record Given(Customer record, String source) {}

    /** Who is told of it. */
    public enum Reach {
        EVERYBODY,
        /** A later one was told before, or will be: this one only takes its place in history. */
        HISTORY,
        /** The customer was erased since. */
        NOBODY
    }

    /** What to tell of a customer. */
    public record Telling(Customer record, String source, Reach reach) {
        String customer() {
            return record.id();
        }

        Telling reaching(Reach now) {
            return new Telling(record, source, now);
        }
    }
}
