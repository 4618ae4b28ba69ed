package io.vigie.scorer.learning.history;

import io.vigie.events.customer.Contract;
import io.vigie.events.risk.Life;
import io.vigie.scorer.profile.Days;
import io.vigie.scorer.profile.LifeEnd;
import io.vigie.scorer.profile.Orders;
import io.vigie.scorer.profile.Profile;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a profile tells beside what experts gave a weight: nobody knows beforehand which way it speaks. */
public final class Habits {
    private static final String TO_RENEWAL = "to-renewal";

    /** What there may be. */
    public static final Set<String> NAMES = Set.of("tenure", "orders", "since-order", "revenue", TO_RENEWAL);

    private static final double LN_2 = Math.log(2);
    private static final double YEAR = 365;

    private Habits() {}

    public static Map<String, Double> of(Profile profile, Instant at) {
        Map<String, Double> habits = new TreeMap<>();
        profile.life().map(Life::startedAt).ifPresent(start -> habits.put("tenure", log2(Days.between(start, at))));
        profile.orders().ifPresent(orders -> ordering(orders, at, habits));
        LifeEnd.lastContract(profile.contracts())
                .flatMap(Contract::end)
                .ifPresent(end -> habits.put(TO_RENEWAL, nearness(Days.between(at, end))));
        return habits;
    }

    /** Of a contract that ends far off, or never, as of none; it only grows, so that its ends bound it. */
    private static double nearness(double days) {
        return Math.max(0, log2(YEAR) - log2(days));
    }

    private static void ordering(Orders orders, Instant at, Map<String, Double> habits) {
        habits.put("orders", log2(orders.repeats()));
        habits.put("since-order", log2(Days.between(orders.last(), at)));
        habits.put("revenue", log2(orders.revenueOfYearTo(orders.lastDay()) / 100.0));
    }

    private static double log2(double count) {
        return Math.log1p(Math.max(0, count)) / LN_2;
    }
}
