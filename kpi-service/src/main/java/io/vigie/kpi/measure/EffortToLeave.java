package io.vigie.kpi.measure;

import java.util.Optional;

/**
 * What it cost customers to leave, who had given notice.
 *
 * @param hoursToConfirm from a notice to its confirmation, of those confirmed within the period
 * @param daysToEnd from a notice to its end, of those that ended within the period
 * @param contacts how often they were approached in between, of the same
 */
public record EffortToLeave(Spread hoursToConfirm, Spread daysToEnd, Spread contacts) {
    /**
     * A figure of many notices; fewer than five tell of people rather than of a company, and stay hidden.
     *
     * @param median what half of them kept within
     * @param p95 what 95 of 100 kept within
     */
    public record Spread(long count, Optional<Double> median, Optional<Double> p95) {
        private static final int FEWEST = 5;

        public Spread {
            median = median.filter(_ -> count >= FEWEST);
            p95 = p95.filter(_ -> count >= FEWEST);
        }

        /** Whether there are enough to show. */
        public boolean shown() {
            return median.isPresent();
        }
    }

    /** Whether anything can be shown. */
    public boolean shown() {
        return hoursToConfirm.shown() || daysToEnd.shown();
    }
}
