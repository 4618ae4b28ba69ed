package io.vigie.scorer.learning.calibration;

import io.vigie.scorer.learning.linear.Gaussian;
import io.vigie.scorer.learning.linear.MapFit;
import java.util.Arrays;
import java.util.List;

/** Platt's line, held near the identity where few customers speak. */
final class PlattFit {
    private static final List<Gaussian> IDENTITY = List.of(new Gaussian(0, 2), new Gaussian(1, 1));

    private PlattFit() {}

    static Calibration.Platt fit(boolean[] left, double[] logOdds) {
        double[][] rows = Arrays.stream(logOdds)
                .mapToObj(score -> new double[] {1, score})
                .toArray(double[][]::new);
        List<Gaussian> fitted = new MapFit(rows, left, IDENTITY).fit();
        return new Calibration.Platt(
                fitted.getFirst().mean(), Math.max(0, fitted.getLast().mean()));
    }
}
