package io.vigie.scorer.learning.training;

import io.vigie.scorer.learning.boosting.BoostingPlan;
import io.vigie.scorer.learning.boosting.Forest;
import io.vigie.scorer.learning.linear.Linear;
import java.util.Optional;

/**
 * What learning came to: both ways, judged, and the one to use.
 *
 * @param chosen the way whose calibrated probabilities surprised least
 * @param because why, in one sentence
 * @param trees empty where no trees could be grown
 */
public record Learned(Kind chosen, String because, Linear linear, Judgement linearly, Optional<Trees> trees) {

    /** Trees on top of the linear part, how they were grown, and how well they told. */
    public record Trees(Forest forest, BoostingPlan plan, Judgement judgement) {}

    /** The judgement of the way to use. */
    public Judgement judgement() {
        return chosen == Kind.LINEAR ? linearly : trees.map(Trees::judgement).orElseThrow();
    }
}
