package io.vigie.scorer.learning.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.scorer.learning.boosting.Forest;
import io.vigie.scorer.learning.calibration.Calibration;
import io.vigie.scorer.learning.linear.Linear;
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

    static Model of(List<String> inputs, Learned learned) {
        Optional<Forest> trees =
                learned.chosen() == Kind.BOOSTED ? learned.trees().map(Learned.Trees::forest) : Optional.empty();
        return new Model(inputs, learned.linear(), trees, learned.judgement().calibration());
    }

    /** The probability of leaving; a blank input is not a number. */
    public double probability(double[] values) {
        return calibration.probability(raw(values));
    }

    /** The log-odds before calibration. */
    double raw(double[] values) {
        return linear.logOdds(values) + trees.map(forest -> forest.adds(values)).orElse(0.0);
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
