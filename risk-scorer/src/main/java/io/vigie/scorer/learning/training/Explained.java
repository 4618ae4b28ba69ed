package io.vigie.scorer.learning.training;

import java.util.List;

/**
 * A log-odds in parts that add up to it exactly.
 *
 * @param base what is said of a customer of whom nothing is known
 * @param shares what each input moves it by
 * @param calibration what calibration moves it by
 */
public record Explained(double base, List<Double> shares, double calibration) {
    public Explained {
        shares = List.copyOf(shares);
    }

    public double logOdds() {
        double sum = base;
        for (double share : shares) {
            sum += share;
        }
        return sum + calibration;
    }
}
