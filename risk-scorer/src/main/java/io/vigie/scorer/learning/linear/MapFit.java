package io.vigie.scorer.learning.linear;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;

/**
 * Logistic regression under a Gaussian belief on each weight: its most probable weights by Newton's method, and how sure
 * they are by Laplace's approximation. Without data it gives the beliefs back.
 */
public final class MapFit {
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 30;
    private static final double ENOUGH = 1e-9;

    private final double[][] rows;
    private final boolean[] left;
    private final List<Gaussian> prior;
    private final int size;

    /**
     * Prepares to learn from examples.
     *
     * @param rows for each example a value a weight
     * @param left whether it left
     * @param prior the belief on each weight
     */
    public MapFit(double[][] rows, boolean[] left, List<Gaussian> prior) {
        this.rows = rows;
        this.left = left;
        this.prior = List.copyOf(prior);
        this.size = prior.size();
    }

    /** The posterior of each weight, from the prior's means. */
    public List<Gaussian> fit() {
        return fit(prior.stream().mapToDouble(Gaussian::mean).toArray());
    }

    /** The posterior of each weight, from weights that are near already. */
    public List<Gaussian> fit(double[] start) {
        double[] weights = start.clone();
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = new double[size];
            double[][] curvature = curvature(weights, gradient);
            double[] move = solver(curvature)
                    .solve(new ArrayRealVector(gradient, false))
                    .toArray();
            double length = improve(weights, move, gradient);
            if (length < ENOUGH) {
                break;
            }
        }
        return posterior(weights);
    }

    private List<Gaussian> posterior(double[] weights) {
        var covariance = solver(curvature(weights, new double[size])).getInverse();
        List<Gaussian> posterior = new ArrayList<>();
        for (int j = 0; j < size; j++) {
            posterior.add(new Gaussian(weights[j], Math.sqrt(covariance.getEntry(j, j))));
        }
        return List.copyOf(posterior);
    }

    private static DecompositionSolver solver(double[][] curvature) {
        return new CholeskyDecomposition(new Array2DRowRealMatrix(curvature, false), 1e-9, 0).getSolver();
    }

    /** Moves the weights as far along as the loss falls; says how far the furthest weight went. */
    private double improve(double[] weights, double[] move, double[] gradient) {
        double furthest = 0;
        double slope = 0;
        for (int j = 0; j < size; j++) {
            furthest = Math.max(furthest, Math.abs(move[j]));
            slope += move[j] * gradient[j];
        }
        if (furthest < ENOUGH) {
            return furthest;
        }
        double before = loss(weights);
        double part = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] tried = weights.clone();
            for (int j = 0; j < size; j++) {
                tried[j] -= part * move[j];
            }
            if (loss(tried) <= before - 1e-4 * part * slope + 1e-12 * Math.abs(before)) {
                System.arraycopy(tried, 0, weights, 0, size);
                return part * furthest;
            }
            part /= 2;
        }
        return 0;
    }

    private double loss(double[] weights) {
        double loss = 0;
        for (int i = 0; i < rows.length; i++) {
            double towards = left[i] ? -dot(weights, rows[i]) : dot(weights, rows[i]);
            loss += towards > 0 ? towards + Math.log1p(Math.exp(-towards)) : Math.log1p(Math.exp(towards));
        }
        for (int j = 0; j < size; j++) {
            double off = (weights[j] - prior.get(j).mean()) / prior.get(j).spread();
            loss += off * off / 2;
        }
        return loss;
    }

    /** Second derivatives of the loss; the first ones are put into {@code gradient}. */
    private double[][] curvature(double[] weights, double[] gradient) {
        double[][] curvature = new double[size][size];
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            double probability = 1 / (1 + Math.exp(-dot(weights, row)));
            double error = probability - (left[i] ? 1 : 0);
            double information = probability * (1 - probability);
            for (int j = 0; j < size; j++) {
                if (row[j] != 0) {
                    gradient[j] += error * row[j];
                    add(curvature[j], information * row[j], row, j);
                }
            }
        }
        for (int j = 0; j < size; j++) {
            Gaussian belief = prior.get(j);
            double precision = 1 / (belief.spread() * belief.spread());
            gradient[j] += (weights[j] - belief.mean()) * precision;
            curvature[j][j] += precision;
            for (int k = 0; k < j; k++) {
                curvature[j][k] = curvature[k][j];
            }
        }
        return curvature;
    }

    private static void add(double[] sum, double factor, double[] row, int from) {
        for (int k = from; k < row.length; k++) {
            sum[k] += factor * row[k];
        }
    }

    private static double dot(double[] weights, double[] row) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * row[j];
        }
        return sum;
    }
}
