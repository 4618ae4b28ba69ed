package io.vigie.scorer.learning.linear;

import io.vigie.scorer.model.Bounds;
import java.util.List;

/**
 * A linear log-odds with what is known of each weight.
 *
 * @param weights one a term, in the same order
 */
public record Linear(Gaussian intercept, List<Term> terms, List<Gaussian> weights) {
    public Linear {
        terms = List.copyOf(terms);
        weights = List.copyOf(weights);
        if (terms.size() != weights.size()) {
            throw new IllegalArgumentException("a linear model needs one weight a term");
        }
    }

    /** Intercept and weights as they come from a fit on {@link #design}. */
    public static Linear of(List<Term> terms, List<Gaussian> fitted) {
        return new Linear(fitted.getFirst(), terms, fitted.subList(1, fitted.size()));
    }

    /** The row that a fit sees: one, then each term's value. */
    public static double[] design(List<Term> terms, double[] inputs) {
        double[] row = new double[terms.size() + 1];
        row[0] = 1;
        for (int j = 0; j < terms.size(); j++) {
            row[j + 1] = terms.get(j).value(inputs);
        }
        return row;
    }

    public double logOdds(double[] inputs) {
        double sum = intercept.mean();
        for (int j = 0; j < terms.size(); j++) {
            sum += share(j, inputs);
        }
        return sum;
    }

    /** Between what the log-odds stay where each input stays between two values: each term has only one. */
    public Bounds bounds(double[] low, double[] high) {
        double least = intercept.mean();
        double most = least;
        for (int j = 0; j < terms.size(); j++) {
            double a = share(j, low);
            double b = share(j, high);
            least += Math.min(a, b);
            most += Math.max(a, b);
        }
        return new Bounds(least, most);
    }

    /** What one term adds. */
    public double share(int term, double[] inputs) {
        return weights.get(term).mean() * terms.get(term).value(inputs);
    }
}
