package io.vigie.scorer.learning.training;

import io.vigie.scorer.learning.boosting.BoostingPlan;
import io.vigie.scorer.learning.boosting.Forest;
import io.vigie.scorer.learning.linear.Linear;
import java.util.Locale;
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

    /** The way whose calibrated probabilities surprised least. */
    static Learned better(Linear linear, Judgement linearly, Optional<Trees> trees) {
        double gain = trees.map(grown -> linearly.metrics().logLoss()
                        - grown.judgement().metrics().logLoss())
                .orElse(0.0);
        String because = trees.isEmpty() ? "no trees were fitted" : because(gain);
        return new Learned(gain > 0 ? Kind.BOOSTED : Kind.LINEAR, because, linear, linearly, trees);
    }

    private static String because(double gain) {
        return String.format(
                Locale.ROOT,
                gain > 0
                        ? "trees lower the log loss on customers not seen by %.5f"
                        : "trees do not lower the log loss on customers not seen (they add %.5f), and weights are easier"
                                + " to read",
                Math.abs(gain));
    }

    /** The judgement of the way to use. */
    public Judgement judgement() {
        return chosen == Kind.LINEAR ? linearly : trees.map(Trees::judgement).orElseThrow();
    }
}
