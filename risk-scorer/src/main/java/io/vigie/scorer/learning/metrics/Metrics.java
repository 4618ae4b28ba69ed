package io.vigie.scorer.learning.metrics;

import java.util.stream.IntStream;

/**
 * How well probabilities told who left.
 *
 * @param auc probability that a leaver ranks above a stayer
 * @param brier mean squared error
 * @param logLoss mean surprise, in nats
 * @param ece expected calibration error over ten bands
 * @param lift10 leavers in the riskiest tenth, in multiples of chance
 * @param empc expected maximum profit for each customer
 */
public record Metrics(double auc, double brier, double logLoss, double ece, double lift10, double empc) {
    private static final double TOP = 0.1;

    /**
     * Judges probabilities of customers of whom some left and some stayed.
     *
     * @throws IllegalArgumentException when all left or all stayed: nothing can be ranked
     */
    public static Metrics of(boolean[] left, double[] probability) {
        long leavers = IntStream.range(0, left.length).filter(i -> left[i]).count();
        if (leavers == 0 || leavers == left.length) {
            throw new IllegalArgumentException("metrics need customers who left and customers who stayed");
        }
        return new Metrics(
                new Roc(left, probability).area(),
                brier(left, probability),
                logLoss(left, probability),
                Reliability.of(left, probability).error(),
                lift(left, probability, leavers),
                Empc.of(left, probability).profit());
    }

    public static double auc(boolean[] left, double[] probability) {
        return new Roc(left, probability).area();
    }

    public static double logLoss(boolean[] left, double[] probability) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum -= Math.log(left[i] ? probability[i] : 1 - probability[i]);
        }
        return sum / left.length;
    }

    private static double brier(boolean[] left, double[] probability) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            double error = probability[i] - (left[i] ? 1 : 0);
            sum += error * error;
        }
        return sum / left.length;
    }

    /** Of customers tied at the edge of the riskiest tenth, each counts in part. */
    private static double lift(boolean[] left, double[] probability, long leavers) {
        double top = Math.max(1, Math.rint(TOP * left.length));
        double edge = IntStream.range(0, left.length)
                .mapToObj(i -> probability[i])
                .sorted((a, b) -> Double.compare(b, a))
                .skip((long) top - 1)
                .findFirst()
                .orElseThrow();
        double above = 0;
        double leaversAbove = 0;
        double at = 0;
        double leaversAt = 0;
        for (int i = 0; i < left.length; i++) {
            double one = left[i] ? 1 : 0;
            if (probability[i] > edge) {
                above++;
                leaversAbove += one;
            } else if (probability[i] == edge) {
                at++;
                leaversAt += one;
            }
        }
        double found = leaversAbove + leaversAt * (top - above) / at;
        return found / top / ((double) leavers / left.length);
    }
}
