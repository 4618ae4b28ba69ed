package io.vigie.scorer.lookout.models;

import io.vigie.events.model.ModelState;
import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.api.ModelLine;
import io.vigie.scorer.learning.file.BroughtModelFile;
import io.vigie.scorer.learning.file.HistoryOrigin;
import io.vigie.scorer.learning.linear.Gaussian;
import io.vigie.scorer.learning.metrics.Metrics;
import io.vigie.scorer.learning.metrics.Reliability;
import io.vigie.scorer.scoring.ExpertModel;
import java.util.List;
import java.util.Optional;

/**
 * A model as shown.
 *
 * @param origin what it was learned from, where that is a history
 * @param brought what it reads and says, where it was brought along
 * @param risks what it learned of each
 * @param rival the champion's figures beside its own, where both were judged
 * @param watched what was seen of it since it scores live
 * @param warnings what whoever uses it should know
 */
public record ModelPage(
        ModelLine line,
        Optional<HistoryOrigin> origin,
        Optional<BroughtModelFile> brought,
        List<RiskPage> risks,
        Optional<ModelLine> rival,
        WatchedPage watched,
        List<Shown> warnings) {

    /**
     * What was learned of one risk.
     *
     * @param treesBetter whether trees told better; empty where none were grown
     * @param trees how many there are on top of the weights
     * @param judged figures by the name of what was judged; the parts are numbered from 1
     */
    public record RiskPage(
            RiskKind risk,
            Optional<Boolean> treesBetter,
            int leavers,
            int stayers,
            int trees,
            List<Judged> judged,
            Reliability reliability,
            List<Weight> weights) {}

    /**
     * The figures of one way of learning, over all or on one part.
     *
     * @param way linear or boosted
     * @param part 0 for all
     */
    public record Judged(String way, int part, Metrics metrics) {}

    /** What experts believed of a weight, and what is believed now. */
    public record Weight(String what, Gaussian prior, Gaussian posterior) {}

    public boolean mayShadow() {
        return line.state() != ModelState.SHADOW && line.state() != ModelState.CHAMPION;
    }

    public boolean mayReign() {
        return line.state() != ModelState.CHAMPION;
    }

    public boolean mayDrop() {
        return (line.state() == ModelState.CANDIDATE || line.state() == ModelState.RETIRED)
                && !line.id().equals(ExpertModel.ID);
    }

    public boolean mayRetire() {
        return line.state() == ModelState.SHADOW;
    }
}
