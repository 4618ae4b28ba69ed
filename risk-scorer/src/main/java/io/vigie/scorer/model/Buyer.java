package io.vigie.scorer.model;

import io.vigie.events.customer.Customer;
import io.vigie.events.customer.Segment;
import io.vigie.scorer.profile.Cohorts;
import io.vigie.scorer.profile.Worth;
import io.vigie.scorer.silence.OrderHistory;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** One customer as an order book knows them. */
final class Buyer {
    private static final int YEAR = 365;

    private final TreeSet<Long> days = new TreeSet<>();
    private final TreeMap<Long, Long> revenueByDay = new TreeMap<>();
    private Optional<Customer> record = Optional.empty();
    private boolean contracted;
    private Instant wished = Instant.MIN;
    private boolean objects;

    /** Whether they object to profiling, as the latest record of all says. */
    void wish(Customer next) {
        if (!wished.isAfter(next.time())) {
            wished = next.time();
            objects = next.objection();
        }
    }

    void know(Customer next) {
        if (record.filter(known -> known.time().isAfter(next.time())).isEmpty()) {
            record = Optional.of(next.withoutPersonal());
        }
        contracted |= next.contract().isPresent();
    }

    void order(long day, long amount) {
        days.add(day);
        revenueByDay.merge(day, amount, Long::sum);
    }

    void takeBack(long day, long amount) {
        revenueByDay.merge(day, -amount, Long::sum);
    }

    void contract() {
        contracted = true;
    }

    /** Under a contract silence means nothing, and who objects to profiling is not learned from. */
    boolean counts() {
        return !days.isEmpty() && !contracted && !objects;
    }

    long firstDay() {
        return days.first();
    }

    /** The orders up to a day; empty where there was none by then. */
    Optional<OrderHistory> history(long until) {
        NavigableSet<Long> known = days.headSet(until, true);
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new OrderHistory(known.size() - 1, known.last() - known.first(), until - known.first()));
    }

    boolean orderedAfter(long day) {
        return days.last() > day;
    }

    String cohort(Cohorts cohorts) {
        Segment segment = Worth.segment(record, this::yearlyRevenue);
        return cohorts.of(record, segment);
    }

    private long yearlyRevenue() {
        return revenueByDay.tailMap(revenueByDay.lastKey() - YEAR, false).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
