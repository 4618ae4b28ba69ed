package io.vigie.scorer.silence;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How well a score ranks. */
final class Ranking {
    private Ranking() {}

    /** The chance that one of those in question scores higher than one of the others; ties count half. */
    static double auc(double[] scores, boolean[] inQuestion) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double ranks = 0;
        long positive = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                if (inQuestion[order[i]]) {
                    ranks += rank;
                    positive++;
                }
            }
            from = to;
        }
        double negative = order.length - positive;
        return (ranks - positive * (positive + 1) / 2.0) / (positive * negative);
    }
}
