package io.vigie.scorer.learning.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.scorer.learning.boosting.Forest;
import io.vigie.scorer.learning.calibration.Calibration;
import io.vigie.scorer.learning.linear.Linear;
import io.vigie.scorer.model.Bounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A fitted model for use: pure arithmetic, no library of the fit.
 *
 * @param inputs their names, in order
 * @param trees empty where the linear part does better alone
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Model(List<String> inputs, Linear linear, Optional<Forest> trees, Calibration calibration) {
    public Model {
        inputs = List.copyOf(inputs);
    }

    public static Model of(List<String> inputs, Learned learned) {
        Optional<Forest> trees =
                learned.chosen() == Kind.BOOSTED ? learned.trees().map(Learned.Trees::forest) : Optional.empty();
        return new Model(inputs, learned.linear(), trees, learned.judgement().calibration());
    }

    /**
     * Refuses what cannot be walked.
     *
     * @throws IllegalArgumentException when a term or a tree asks for an input that is not there, or a tree for a node
     */
    public void check() {
        boolean stray = linear.terms().stream().anyMatch(term -> term.input() < 0 || term.input() >= inputs.size());
        if (stray || trees.filter(forest -> !forest.fits(inputs.size())).isPresent()) {
            throw new IllegalArgumentException("terms and trees must ask for the " + inputs.size()
                    + " inputs that there are, and each tree's" + " nodes lead on to later ones");
        }
    }

    /** The probability of leaving; a blank input is not a number. */
    public double probability(double[] values) {
        return calibration.probability(raw(values));
    }

    /** The calibrated log-odds of leaving. */
    public double logOdds(double[] values) {
        return calibration.logOdds(raw(values));
    }

    /** The log-odds before calibration. */
    public double raw(double[] values) {
        return linear.logOdds(values) + trees.map(forest -> forest.adds(values)).orElse(0.0);
    }

    /** Between what the log-odds before calibration stay where each input stays between two values. */
    public Bounds raw(double[] low, double[] high) {
        Bounds weights = linear.bounds(low, high);
        Bounds both = trees.map(forest -> forest.bounds(low, high)).orElse(new Bounds(0, 0));
        return new Bounds(weights.low() + both.low(), weights.high() + both.high());
    }

    /** The calibrated log-odds, part by part: linear terms as they are, Shapley values of the trees. */
    public Explained explain(double[] values) {
        double[] shares = trees.map(forest -> forest.shares(values)).orElseGet(() -> new double[values.length]);
        for (int term = 0; term < linear.terms().size(); term++) {
            shares[linear.terms().get(term).input()] += linear.share(term, values);
        }
        double base = linear.intercept().mean() + trees.map(Forest::expected).orElse(0.0);
        List<Double> parts = new ArrayList<>();
        Arrays.stream(shares).forEach(parts::add);
        double raw = raw(values);
        return new Explained(base, parts, calibration.logOdds(raw) - raw);
    }
}
