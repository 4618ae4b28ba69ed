package io.vigie.scorer.scoring;

import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.model.Scorecard;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the scorecard speaks by, as the files of other models say what they do.
 *
 * @param scorecard the company's own, or the one that ships
 * @param weights log-odds by factor and counter, those of the catalogue among them
 */
public record ExpertFile(
        String learnedFrom, Scorecard scorecard, SortedMap<String, SortedMap<String, Double>> weights) {
    static ExpertFile of(RiskModel experts) {
        SortedMap<String, SortedMap<String, Double>> weights = new TreeMap<>();
        experts.factors().forEach(factor -> {
            Map<String, Double> some = experts.weights(factor);
            if (!some.isEmpty()) {
                weights.put(factor, new TreeMap<>(some));
            }
        });
        return new ExpertFile("scorecard", experts.scorecard(), weights);
    }
}
