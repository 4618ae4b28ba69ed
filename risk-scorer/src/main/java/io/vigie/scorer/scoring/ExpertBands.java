package io.vigie.scorer.scoring;

import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.metrics.Distribution;
import io.vigie.scorer.model.ExpertOutlook;
import io.vigie.scorer.model.RiskModel;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which bands what a factor adds to the log-odds is told apart, since the scorecard was learned from nobody. */
final class ExpertBands {
    private static final Distribution ADDED = even(List.of(-0.5, -0.05, 0.05, 0.5, 1.0, 2.0));
    private static final Distribution SCORE = even(List.of(.01, .02, .03, .05, .08, .12, .2, .35, .6));

    private ExpertBands() {}

    private static Distribution even(List<Double> edges) {
        int bands = edges.size() + 1;
        return new Distribution(edges, Collections.nCopies(bands, 1.0 / bands));
    }

    /** The bands of each factor and of the score; how customers were spread over them is seen by watching. */
    static Map<String, Distribution> all(RiskModel scorecard) {
        Map<String, Distribution> all = new HashMap<>();
        scorecard.factors().forEach(factor -> all.put(factor, ADDED));
        all.put(MonthOfModel.SCORE, SCORE);
        return all;
    }

    static Map<String, Integer> of(RiskModel scorecard, ExpertOutlook outlook, Instant at) {
        Map<String, Double> added = new HashMap<>();
        scorecard.factors().forEach(factor -> added.put(factor, 0.0));
        for (RiskKind risk : List.of(RiskKind.BY_CHOICE, RiskKind.UNPAID)) {
            outlook.readings(risk, at)
                    .forEach(reading -> added.merge(reading.factor(), reading.weight() * reading.value(), Double::sum));
        }
        Map<String, Integer> bands = new HashMap<>();
        added.forEach((factor, value) -> bands.put(factor, ADDED.band(value)));
        bands.put(MonthOfModel.SCORE, SCORE.band(outlook.probability(at)));
        return bands;
    }
}
