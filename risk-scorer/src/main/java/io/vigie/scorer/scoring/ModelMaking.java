package io.vigie.scorer.scoring;

import io.vigie.scorer.learning.file.BroughtModelFile;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.learning.file.TableModelFile;
import io.vigie.scorer.model.RiskModel;

/** Makes models ready to speak out of their files. */
public record ModelMaking(ExpertModel expert) {
    public ModelMaking(RiskModel scorecard) {
        this(new ExpertModel(scorecard));
    }

    /**
     * The same for one that is new here: what it reads must be there by its whole name, where one that spoke already goes on
     * when the experts change theirs.
     *
     * @throws IllegalArgumentException when it cannot speak on customers as their signals tell of them
     */
    public ScoringModel admit(ModelFile file) {
        if (file instanceof BroughtModelFile brought) {
            CustomerFeatures.check(
                    brought.inputs().stream().map(BroughtModelFile.Reads::name).toList(), expert.scorecard());
        }
        return make(file);
    }

    /**
     * A model ready to speak.
     *
     * @throws IllegalArgumentException when it cannot speak on customers as their signals tell of them
     */
    public ScoringModel make(ModelFile file) {
        int horizon = expert.scorecard().scorecard().horizonDays();
        file.horizon().filter(days -> days != horizon).ifPresent(days -> {
            throw new IllegalArgumentException("the model speaks of leaving within " + days
                    + " days, where levels, reviews and profits are about the " + horizon
                    + " days of the scorecard (horizonDays); learn or fit it for these, or change them there");
        });
        return switch (file) {
            case HistoryModelFile history -> new LearnedModel(history, expert.scorecard());
            case BroughtModelFile brought -> new BroughtModel(brought, expert.scorecard());
            case TableModelFile _ ->
                throw new IllegalArgumentException(
                        "a model learned from a table speaks of that table's rows, not of customers as their signals"
                                + " tell of them, and of leaving without a horizon; learn from the history, by POST"
                                + " /models/fit, or bring a model fitted for the horizon, by POST /models/onnx");
        };
    }
}
