package io.vigie.scorer.silence;

import java.util.Comparator;

/**
 * All that the silence models ask of one customer's orders.
 *
 * @param repeats x, days with an order after the first
 * @param lastDays tₓ, days from the first order to the last
 * @param ageDays T, days from the first order to the end of what is known
 */
public record OrderHistory(int repeats, double lastDays, double ageDays) implements Comparable<OrderHistory> {
    private static final Comparator<OrderHistory> ORDER = Comparator.comparingInt(OrderHistory::repeats)
            .thenComparingDouble(OrderHistory::lastDays)
            .thenComparingDouble(OrderHistory::ageDays);

    public OrderHistory {
        if (!(repeats >= 0 && lastDays >= 0 && ageDays >= lastDays && Double.isFinite(ageDays))) {
            throw new IllegalArgumentException("an order history needs repeats of at least 0 and days with 0 <= last <="
                    + " age, is " + repeats + ", " + lastDays + ", " + ageDays);
        }
        if ((repeats == 0) != (lastDays == 0)) {
            throw new IllegalArgumentException("the last order is the first exactly when there was no repeat");
        }
    }

    @Override
    public int compareTo(OrderHistory other) {
        return ORDER.compare(this, other);
    }
}
