package io.vigie.scorer.model;

import io.vigie.events.signal.Role;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.profile.Cohorts;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Reach;
import io.vigie.scorer.silence.HoldOut;
import io.vigie.scorer.silence.OrderHistory;
import io.vigie.scorer.silence.SilenceModels;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the signal history says of orders: of each customer without a contract who does not object, the days with one.
 *
 * <p>Order and repetition of what it takes do not matter, since a day with two orders, or with one told twice, counts
 * once. It holds as many customers as it is given before it is closed: a partition's.
 */
public final class OrderBook {
    private final SignalCatalogue catalogue;
    private final Cohorts cohorts;
    private final ZoneId zone;
    private final Instant until;
    private final int horizonDays;
    private final Map<String, Buyer> buyers = new HashMap<>();
    private final Map<String, Map<OrderHistory, Integer>> histories = new TreeMap<>();
    private final Map<String, HoldOut> holdOuts = new TreeMap<>();
    private long firstDay = Long.MAX_VALUE;

    /**
     * @param until what happened after it is left out; the age of every customer ends there
     * @param horizonDays how long before that customers are looked at to judge a fit by
     */
    public OrderBook(SignalCatalogue catalogue, Cohorts cohorts, ZoneId zone, Instant until, int horizonDays) {
        this.catalogue = catalogue;
        this.cohorts = cohorts;
        this.zone = zone;
        this.until = until;
        this.horizonDays = horizonDays;
    }

    /** Whether signals of a type have anything to say here, so that others need not even be read. */
    public boolean concerns(String type) {
        return catalogue.find(type).map(found -> concerns(found.role())).orElse(false);
    }

    public void take(Entry entry) {
        if (!Reach.credible(entry.time())) {
            return; // refused when it was scored, and an age of millions of years would outweigh everybody's
        }
        Buyer buyer = buyers.computeIfAbsent(entry.customer(), customer -> new Buyer());
        if (entry instanceof Entry.Known known) {
            buyer.wish(known.record());
        }
        if (entry.time().isAfter(until)) {
            return;
        }
        switch (entry) {
            case Entry.Known known -> buyer.know(known.record());
            case Entry.Happened(Signal signal) -> happen(buyer, signal);
            case Entry.Earlier _ -> throw new IllegalArgumentException("orders are learned from the whole history");
        }
    }

    /** Nothing of who is erased counts. */
    public void erase(String customer) {
        buyers.remove(customer);
    }

    /** Counts the customers taken so far, and lets go of them. */
    public void close() {
        long end = day(until);
        buyers.values().stream().filter(Buyer::counts).forEach(buyer -> {
            firstDay = Math.min(firstDay, buyer.firstDay());
            count(SilenceModels.ALL, buyer, end);
            String cohort = buyer.cohort(cohorts);
            if (!cohort.equals(SilenceModels.ALL)) {
                count(cohort, buyer, end);
            }
        });
        buyers.clear();
    }

    /** Histories with how many customers have each, by cohort, {@code all} among them. */
    public Map<String, Map<OrderHistory, Integer>> histories() {
        return histories;
    }

    /** The customers of a cohort as they were known a horizon before the end, and who ordered since. */
    public HoldOut holdOut(String cohort) {
        return holdOuts.getOrDefault(cohort, new HoldOut());
    }

    /** The day of the first order that counts. */
    public Instant firstDay() {
        return LocalDate.ofEpochDay(firstDay).atStartOfDay(zone).toInstant();
    }

    private void count(String cohort, Buyer buyer, long end) {
        histories
                .computeIfAbsent(cohort, name -> new HashMap<>())
                .merge(buyer.history(end).orElseThrow(), 1, Integer::sum);
        buyer.history(end - horizonDays).ifPresent(before -> holdOuts.computeIfAbsent(cohort, name -> new HoldOut())
                .add(before, buyer.orderedAfter(end - horizonDays)));
    }

    private void happen(Buyer buyer, Signal signal) {
        catalogue.find(signal.type()).ifPresent(type -> {
            switch (type.role()) {
                case ORDER ->
                    buyer.order(
                            day(signal.time()),
                            signal.attributes().path("amount").asLong(0));
                case ORDER_RETURNED ->
                    buyer.takeBack(
                            day(signal.time()),
                            signal.attributes().path("amount").asLong(0));
                case CONTRACT_STARTED, CONTRACT_RENEWED -> buyer.contract();
                default -> {}
            }
        });
    }

    private static boolean concerns(Role role) {
        return switch (role) {
            case ORDER, ORDER_RETURNED, CONTRACT_STARTED, CONTRACT_RENEWED -> true;
            default -> false;
        };
    }

    private long day(Instant instant) {
        return instant.atZone(zone).toLocalDate().toEpochDay();
    }
}
