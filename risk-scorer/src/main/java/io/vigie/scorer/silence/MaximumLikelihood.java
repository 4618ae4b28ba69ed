package io.vigie.scorer.silence;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Finds the positive parameters under which data are likeliest: by their logarithms, within bounds, from several
 * starts, since such likelihoods have long flat ridges.
 */
record MaximumLikelihood(List<MaximumLikelihood.Parameter> parameters) {
    private static final double STEP = 0.5;
    private static final double SMALL_STEP = 0.05;
    private static final double FLAT = 1e-9;
    private static final double BETTER = 1e-4;
    private static final int MOST_LOOKS = 4_000;
    private static final int MOST_RESTARTS = 12;
    private static final double AT_BOUND = 1.01;
    private static final double NEAR_BOUND = 1.5;
    private static final double IMPOSSIBLE = -1e300;

    MaximumLikelihood(Parameter... parameters) {
        this(List.of(parameters));
    }

    /** One parameter and its bounds. */
    record Parameter(String name, double lowest, double highest) {
        double inside(double value) {
            return Math.clamp(value, lowest * AT_BOUND, highest / AT_BOUND);
        }

        Optional<String> note(double value) {
            boolean inside = value >= lowest * NEAR_BOUND && value <= highest / NEAR_BOUND;
            return inside
                    ? Optional.empty()
                    : Optional.of(name + " ran to its bound " + (value < lowest * NEAR_BOUND ? lowest : highest)
                            + ": these data hardly tell it");
        }
    }

    /** Parameters and how likely they make the data. */
    record Peak(List<Double> parameters, double logLikelihood) {
        double[] toArray() {
            return parameters.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** The highest of the peaks that the starts lead to. */
    Peak highest(ToDoubleFunction<double[]> logLikelihood, List<double[]> starts) {
        return starts.stream()
                .map(start -> climb(logLikelihood, start, STEP))
                .max(Comparator.comparingDouble(Peak::logLikelihood))
                .orElseThrow();
    }

    /** The peak near where another search ended. */
    Peak refined(ToDoubleFunction<double[]> logLikelihood, double[] near) {
        return climb(logLikelihood, near, SMALL_STEP);
    }

    /** What to say of parameters that ran to a bound. */
    List<String> notes(Peak peak) {
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> parameters.get(i).note(peak.parameters().get(i)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Peak climb(ToDoubleFunction<double[]> logLikelihood, double[] start, double step) {
        double[] logs = logs(start);
        double reached = Double.NEGATIVE_INFINITY;
        for (int restart = 0; restart < MOST_RESTARTS; restart++) {
            PointValuePair top = once(logLikelihood, logs, step);
            logs = top.getPoint();
            boolean done = top.getValue() - reached < Math.max(BETTER, FLAT * Math.abs(reached));
            reached = Math.max(reached, top.getValue());
            if (done) {
                break;
            }
        }
        return new Peak(Arrays.stream(values(logs)).boxed().toList(), reached);
    }

    private PointValuePair once(ToDoubleFunction<double[]> logLikelihood, double[] logs, double step) {
        double[][] best = {logs};
        double[] value = {Double.NEGATIVE_INFINITY};
        try {
            return new SimplexOptimizer(FLAT, FLAT * FLAT)
                    .optimize(
                            GoalType.MAXIMIZE,
                            new MaxEval(MOST_LOOKS),
                            new InitialGuess(logs),
                            new NelderMeadSimplex(logs.length, step),
                            new ObjectiveFunction(point -> {
                                double here = within(point) ? logLikelihood.applyAsDouble(values(point)) : IMPOSSIBLE;
                                double known = Double.isNaN(here) ? IMPOSSIBLE : here;
                                if (known > value[0]) {
                                    value[0] = known;
                                    best[0] = point.clone();
                                }
                                return known;
                            }));
        } catch (MathIllegalStateException tooLong) {
            // a ridge so flat that the simplex creeps: the best point seen is as good as what it would end in
            return new PointValuePair(best[0], value[0]);
        }
    }

    private boolean within(double[] logs) {
        return IntStream.range(0, logs.length)
                .allMatch(i -> logs[i] >= Math.log(parameters.get(i).lowest())
                        && logs[i] <= Math.log(parameters.get(i).highest()));
    }

    private double[] logs(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> Math.log(parameters.get(i).inside(values[i])))
                .toArray();
    }

    private static double[] values(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }
}
