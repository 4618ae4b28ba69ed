package io.vigie.scorer.silence;

import io.vigie.scorer.silence.MaximumLikelihood.Parameter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How contracts that need a yes at the end of each period are renewed: sBG (Fader and Hardie 2007). Who renewed often
 * renews more likely, because those who would not have left already.
 */
public record ShiftedBetaGeometric(double alpha, double beta) {
    public ShiftedBetaGeometric {
        if (!(alpha > 0 && beta > 0)) {
            throw new IllegalArgumentException("alpha and beta must be above 0");
        }
    }

    /** r_t = (β+t−1)/(α+β+t−1): the share of those still there that renews at the end of period t, from 1. */
    public double renewalRate(int period) {
        return (beta + period - 1) / (alpha + beta + period - 1);
    }

    /** The share still there after so many periods. */
    public double survival(int periods) {
        return IntStream.rangeClosed(1, periods).mapToDouble(this::renewalRate).reduce(1, (a, b) -> a * b);
    }

    /** @param survivors customers at the start, and still there after each period */
    public double logLikelihood(List<Integer> survivors) {
        double sum = 0;
        double survived = 0;
        for (int t = 1; t < survivors.size(); t++) {
            double renewal = renewalRate(t);
            sum += (survivors.get(t - 1) - survivors.get(t)) * (survived + Math.log1p(-renewal));
            survived += Math.log(renewal);
        }
        return sum + survivors.getLast() * survived;
    }

    /** @param survivors customers at the start, and still there after each period; never rising */
    public static Fit<ShiftedBetaGeometric> fit(List<Integer> survivors) {
        if (survivors.size() < 3) {
            return new Fit.Impossible<>("at least two periods are needed to tell how renewal changes with time");
        }
        if (IntStream.range(1, survivors.size()).anyMatch(t -> survivors.get(t) > survivors.get(t - 1))) {
            return new Fit.Impossible<>("survivors can not rise from one period to the next");
        }
        if (survivors.get(1).equals(survivors.getLast())) {
            return new Fit.Impossible<>("nobody left after the first period, so there is no change to learn from");
        }
        MaximumLikelihood search =
                new MaximumLikelihood(new Parameter("alpha", 1e-4, 1e4), new Parameter("beta", 1e-4, 1e4));
        MaximumLikelihood.Peak peak = search.highest(
                parameters -> made(parameters).logLikelihood(survivors),
                List.of(new double[] {1, 1}, new double[] {0.5, 5}, new double[] {10, 50}));
        return new Fit.Found<>(made(peak.toArray()), peak.logLikelihood(), search.notes(peak));
    }

    private static ShiftedBetaGeometric made(double[] parameters) {
        return new ShiftedBetaGeometric(parameters[0], parameters[1]);
    }
}
