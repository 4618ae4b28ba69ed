package io.vigie.scorer.profile;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a customer ordered in this life.
 *
 * @param first instant of the first order
 * @param last instant of the first order on the last day that had one
 * @param lastDay that day, as a day number in the company's zone
 * @param repeats days with an order after the first such day
 * @param revenueByDay net amounts in minor units by day number, over the year before the last
 * @param spend recent against usual
 */
public record Orders(
        Instant first, Instant last, long lastDay, int repeats, NavigableMap<Long, Long> revenueByDay, Spend spend) {
    private static final int YEAR = 365;

    /** State that was kept before spending was has none. */
    public Orders {
        spend = spend == null ? Spend.NOTHING : spend;
    }

    static Orders firstOf(Instant at, long day, long amount) {
        return new Orders(at, at, day, 0, new TreeMap<>(Map.of(day, amount)), Spend.NOTHING.plus(0, amount));
    }

    /** One more order, no earlier than those before; a second one on a day only adds to its amount. */
    Orders plus(Instant at, long day, long amount) {
        NavigableMap<Long, Long> revenue = withAmount(day, amount);
        Spend spent = spend.plus((double) (day - lastDay), amount);
        return day == lastDay
                ? new Orders(first, last, lastDay, repeats, revenue, spent)
                : new Orders(first, at, day, repeats + 1, revenue, spent);
    }

    Orders returned(long day, long amount) {
        return new Orders(first, last, lastDay, repeats, withAmount(day, -amount), spend.less(amount));
    }

    /** Days from the first order to the last. */
    public double lastDays() {
        return Days.between(first, last);
    }

    /** Net revenue, minor units, of the 365 days up to a day; never below 0. */
    public long revenueOfYearTo(long day) {
        return Math.max(
                0,
                revenueByDay.subMap(day - YEAR, false, day, true).values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    private NavigableMap<Long, Long> withAmount(long day, long amount) {
        NavigableMap<Long, Long> revenue = new TreeMap<>(revenueByDay.tailMap(day - YEAR, false));
        revenue.merge(day, amount, Long::sum);
        return revenue;
    }
}
