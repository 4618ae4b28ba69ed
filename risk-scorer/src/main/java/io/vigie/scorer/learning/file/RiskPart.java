package io.vigie.scorer.learning.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.boosting.BoostingPlan;
import io.vigie.scorer.learning.history.Beliefs;
import io.vigie.scorer.learning.history.Input;
import io.vigie.scorer.learning.metrics.Metrics;
import io.vigie.scorer.learning.metrics.Reliability;
import io.vigie.scorer.learning.training.Examples;
import io.vigie.scorer.learning.training.Kind;
import io.vigie.scorer.learning.training.Learned;
import io.vigie.scorer.learning.training.Model;
import java.util.List;
import java.util.Optional;

/**
 * What the history taught of one risk against staying.
 *
 * @param base the log-odds of the base that is the intercept's
 * @param leavers learned from
 * @param stayers learned from
 * @param because why this way was chosen
 * @param linear figures of the linear part alone, on snapshots later than those learned from
 * @param boosted the same with trees on top of it
 * @param inputs what the model reads
 * @param experts how well the scorecard told the same customers; empty where that was not judged
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RiskPart(
        RiskKind risk,
        double base,
        int leavers,
        int stayers,
        Kind chosen,
        String because,
        Figures linear,
        Optional<Figures> boosted,
        Reliability reliability,
        Optional<BoostingPlan> growing,
        List<Input> inputs,
        Model model,
        Optional<Metrics> experts) {
    public RiskPart {
        if (risk == null
                || chosen == null
                || linear == null
                || reliability == null
                || model == null
                || inputs == null) {
            throw new IllegalArgumentException("a risk needs chosen, linear, reliability, inputs and model");
        }
        inputs = List.copyOf(inputs);
        experts = experts == null ? Optional.empty() : experts;
        model.check();
        if (!inputs.stream().map(Input::name).toList().equals(model.inputs())) {
            throw new IllegalArgumentException("inputs must be those that the model of " + risk.word() + " names");
        }
    }

    /**
     * Puts together what learning one risk came to.
     *
     * @param experts how well the scorecard told those that it was judged by
     */
    public static RiskPart of(
            RiskKind risk, Beliefs beliefs, Examples examples, Learned learned, Optional<Metrics> experts) {
        int leavers = 0;
        for (boolean left : examples.left()) {
            leavers += left ? 1 : 0;
        }
        return new RiskPart(
                risk,
                beliefs.base(),
                leavers,
                examples.left().length - leavers,
                learned.chosen(),
                learned.because(),
                Figures.of(learned.linearly()),
                learned.trees().map(trees -> Figures.of(trees.judgement())),
                learned.judgement().reliability(),
                learned.trees().map(Learned.Trees::plan),
                beliefs.spreadOver(examples),
                Model.of(beliefs.names(), learned),
                experts);
    }

    /** The names of the inputs that are read of the customer record, which come last. */
    List<String> onRecord() {
        return inputs.stream()
                .dropWhile(input -> input.reads() != Input.Reads.ATTRIBUTE)
                .map(Input::name)
                .toList();
    }

    /** Figures of the chosen way. */
    public Figures figures() {
        return chosen == Kind.LINEAR ? linear : boosted.orElse(linear);
    }
}
