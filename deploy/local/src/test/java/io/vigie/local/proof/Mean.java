package io.vigie.local.proof;

import java.util.List;
import java.util.Locale;

/** The mean of some figures with its interval of 95 % by Student's distribution. */
record Mean(double mean, double low, double high) {
    /** Of Student's distribution with 29 degrees of freedom; with more figures it is a little less. */
    private static final double T_29 = 2.04523;

    static Mean of(List<Double> figures) {
        if (figures.size() < 30) {
            throw new IllegalArgumentException("the interval is that of 30 figures or more");
        }
        double mean =
                figures.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double variance = figures.stream()
                        .mapToDouble(figure -> (figure - mean) * (figure - mean))
                        .sum()
                / (figures.size() - 1);
        double half = T_29 * Math.sqrt(variance / figures.size());
        return new Mean(mean, mean - half, mean + half);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f (%.0f to %.0f)", mean, low, high);
    }
}
