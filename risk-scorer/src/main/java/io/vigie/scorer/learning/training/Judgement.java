package io.vigie.scorer.learning.training;

import io.vigie.scorer.learning.calibration.Calibrating;
import io.vigie.scorer.learning.calibration.Calibration;
import io.vigie.scorer.learning.metrics.Metrics;
import io.vigie.scorer.learning.metrics.Reliability;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a way of learning told customers it had not learned from.
 *
 * @param metrics AUC, Brier score and lift as means over the parts, the others over all customers at once
 * @param parts the same for each part by itself
 * @param reliability what was said against what came of it
 * @param calibration fitted on everybody, for use
 */
public record Judgement(Metrics metrics, List<Metrics> parts, Reliability reliability, Calibration calibration) {
    public Judgement {
        parts = List.copyOf(parts);
    }

    /** Judges log-odds told by fits that had not seen the customers, calibrated by those of the other parts. */
    static Judgement of(boolean[] left, double[] logOdds, Folds folds) {
        return by(best(left, logOdds, folds), left, logOdds, folds);
    }

    /**
     * The same where customers are few, as those of one instant are: the simplest calibration that is not surely worse than
     * the best, for steps fitted to a hundred leavers are mostly chance.
     */
    static Judgement ofFew(boolean[] left, double[] logOdds, Folds folds) {
        double[] best = crossFitted(best(left, logOdds, folds), left, logOdds, folds);
        Calibrating simplest = Calibrating.ALL.stream()
                .filter(way -> !surelyWorse(left, crossFitted(way, left, logOdds, folds), best))
                .findFirst()
                .orElseThrow();
        return by(simplest, left, logOdds, folds);
    }

    /** Whether the surprise is more than the best's by more than a standard error of the difference. */
    private static boolean surelyWorse(boolean[] left, double[] probability, double[] best) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < left.length; i++) {
            double more = Math.log(left[i] ? best[i] / probability[i] : (1 - best[i]) / (1 - probability[i]));
            sum += more;
            squares += more * more;
        }
        return sum > Math.sqrt(squares);
    }

    private static Calibrating best(boolean[] left, double[] logOdds, Folds folds) {
        return Calibrating.ALL.stream()
                .min(Comparator.comparingDouble(way -> Metrics.logLoss(left, crossFitted(way, left, logOdds, folds))))
                .orElseThrow();
    }

    private static Judgement by(Calibrating best, boolean[] left, double[] logOdds, Folds folds) {
        double[] probability = crossFitted(best, left, logOdds, folds);
        List<Metrics> parts = IntStream.range(0, folds.count())
                .mapToObj(fold -> only(folds.in(fold), left, probability))
                .toList();
        return new Judgement(
                summed(Metrics.of(left, probability), parts),
                parts,
                Reliability.of(left, probability),
                best.fit(left, logOdds));
    }

    private static double[] crossFitted(Calibrating way, boolean[] left, double[] logOdds, Folds folds) {
        double[] probability = new double[left.length];
        for (int fold = 0; fold < folds.count(); fold++) {
            int[] others = folds.outside(fold, fold);
            Calibration calibration = way.fit(pick(left, others), pick(logOdds, others));
            for (int i : folds.in(fold)) {
                probability[i] = calibration.probability(logOdds[i]);
            }
        }
        return probability;
    }

    private static Metrics only(int[] rows, boolean[] left, double[] probability) {
        return Metrics.of(pick(left, rows), pick(probability, rows));
    }

    private static Metrics summed(Metrics pooled, List<Metrics> parts) {
        return new Metrics(
                parts.stream().mapToDouble(Metrics::auc).average().orElseThrow(),
                parts.stream().mapToDouble(Metrics::brier).average().orElseThrow(),
                pooled.logLoss(),
                pooled.ece(),
                parts.stream().mapToDouble(Metrics::lift10).average().orElseThrow(),
                pooled.empc());
    }

    private static boolean[] pick(boolean[] from, int[] rows) {
        boolean[] picked = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = from[rows[i]];
        }
        return picked;
    }

    private static double[] pick(double[] from, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> from[i]).toArray();
    }
}
