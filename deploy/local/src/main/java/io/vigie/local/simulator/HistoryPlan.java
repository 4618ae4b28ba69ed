package io.vigie.local.simulator;

import java.time.Instant;

/**
 * What to simulate.
 *
 * @param seed the same seed gives the same bytes
 * @param end where the history ends; the truth looks a year beyond
 * @param days how long it is
 */
public record HistoryPlan(long seed, int customers, Instant end, int days) {
    public static final long SEED = 1;
    public static final int CUSTOMERS = 3_000;
    public static final Instant END = Instant.parse("2026-01-01T00:00:00Z");
    public static final int TWO_YEARS = 730;

    private static final double TRUTH_BEYOND_DAYS = 365;

    public HistoryPlan {
        if (customers < 1 || days < 1) {
            throw new IllegalArgumentException("a history needs at least one customer and one day");
        }
    }

    /** Two years of 3,000 customers, always the same. */
    public static HistoryPlan usual() {
        return new HistoryPlan(SEED, CUSTOMERS, END, TWO_YEARS);
    }

    public HistoryPlan withCustomers(int number) {
        return new HistoryPlan(seed, number, end, days);
    }

    public HistoryPlan withSeed(long other) {
        return new HistoryPlan(other, customers, end, days);
    }

    Instant start() {
        return Days.after(end, -days);
    }

    /** Up to when the truth is told. */
    Instant horizon() {
        return Days.after(end, TRUTH_BEYOND_DAYS);
    }
}
