package io.vigie.scorer.learning.training;

import io.vigie.scorer.learning.linear.Gaussian;
import io.vigie.scorer.learning.linear.Linear;
import io.vigie.scorer.learning.linear.MapFit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The linear part's log-odds for customers that it did not learn from: each part by a fit on all others, and, for trees
 * that are themselves to be judged on a part, by fits that have seen neither.
 */
final class Margins {
    private final Examples examples;
    private final Folds folds;
    private final double[][] design;
    private final List<Gaussian> prior;
    private final Linear all;
    private final double[][] blind;

    Margins(Examples examples, Folds folds, Progress progress) {
        this.examples = examples;
        this.folds = folds;
        design = Stream.of(examples.inputs())
                .map(inputs -> Linear.design(examples.terms(), inputs))
                .toArray(double[][]::new);
        prior = new ArrayList<>(List.of(examples.intercept()));
        examples.terms().forEach(term -> prior.add(term.prior()));
        all = Linear.of(examples.terms(), new MapFit(design, examples.left(), prior).fit());
        blind = new double[folds.count()][examples.size()];
        fitPairs(progress);
    }

    private record Pair(int first, int second) {}

    private void fitPairs(Progress progress) {
        double[] near = Stream.concat(Stream.of(all.intercept()), all.weights().stream())
                .mapToDouble(Gaussian::mean)
                .toArray();
        List<Pair> pairs = new ArrayList<>();
        for (int first = 0; first < folds.count(); first++) {
            for (int second = first; second < folds.count(); second++) {
                pairs.add(new Pair(first, second));
            }
        }
        Runnable step = progress.begin("weights", pairs.size());
        pairs.parallelStream().forEach(pair -> {
            double[] weights = fitWithout(pair, near);
            tell(weights, pair.first(), pair.second());
            if (pair.first() != pair.second()) {
                tell(weights, pair.second(), pair.first());
            }
            step.run();
        });
    }

    private double[] fitWithout(Pair pair, double[] near) {
        int[] rows = folds.outside(pair.first(), pair.second());
        double[][] seen = IntStream.of(rows).mapToObj(i -> design[i]).toArray(double[][]::new);
        boolean[] left = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            left[i] = examples.left()[rows[i]];
        }
        return new MapFit(seen, left, prior)
                .fit(near).stream().mapToDouble(Gaussian::mean).toArray();
    }

    /** Margins of one part, for use where {@code judged} is the part to be judged on. */
    private void tell(double[] weights, int judged, int part) {
        for (int i : folds.in(part)) {
            double sum = 0;
            for (int j = 0; j < weights.length; j++) {
                sum += weights[j] * design[i][j];
            }
            blind[judged][i] = sum;
        }
    }

    /** The fit on everybody. */
    Linear all() {
        return all;
    }

    /** Margins of everybody by fits that have seen neither them nor this part. */
    double[] blindTo(int fold) {
        return blind[fold];
    }

    /** Margins of everybody by fits that have not seen them. */
    double[] outOfFold() {
        double[] margins = new double[examples.size()];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = blind[folds.of().get(i)][i];
        }
        return margins;
    }
}
