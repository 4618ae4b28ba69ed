package io.vigie.scorer.learning.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * What was said against what came of it, in ten bands of probability.
 *
 * @param bands those that hold anybody
 */
public record Reliability(List<Band> bands) {
    private static final int BANDS = 10;

    public Reliability {
        bands = List.copyOf(bands);
    }

    /**
     * Customers who were given about the same probability.
     *
     * @param said their mean probability
     * @param left the share of them that left
     */
    public record Band(int customers, double said, double left) {}

    public static Reliability of(boolean[] left, double[] probability) {
        int[] customers = new int[BANDS];
        double[] said = new double[BANDS];
        double[] gone = new double[BANDS];
        for (int i = 0; i < left.length; i++) {
            int band = Math.min(BANDS - 1, (int) (probability[i] * BANDS));
            customers[band]++;
            said[band] += probability[i];
            gone[band] += left[i] ? 1 : 0;
        }
        List<Band> bands = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            int count = customers[band];
            if (count > 0) {
                bands.add(new Band(count, said[band] / count, gone[band] / count));
            }
        }
        return new Reliability(bands);
    }

    /** Expected calibration error: the mean gap, each band by its customers. */
    public double error() {
        double gaps = 0;
        double all = 0;
        for (Band band : bands) {
            gaps += band.customers() * Math.abs(band.said() - band.left());
            all += band.customers();
        }
        return gaps / all;
    }
}
