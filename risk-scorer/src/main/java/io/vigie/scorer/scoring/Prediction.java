package io.vigie.scorer.scoring;

import io.vigie.events.risk.RiskLevel;
import io.vigie.scorer.learning.history.LeftMeans;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was said of a customer at an instant, to be held against what comes of it.
 *
 * @param life number of the life that would end
 * @param contracted whether its end is a contract's
 * @param means what counts as having left of who buys without a contract
 * @param shadow what the model beside the champion said, where there is one
 */
public record Prediction(
        String customer,
        Instant at,
        int life,
        boolean contracted,
        LeftMeans means,
        Said champion,
        Optional<Said> shadow) {

    /**
     * What one model said.
     *
     * @param model its id
     * @param level as it would be entered afresh
     * @param bands of its inputs, where it was learned: in which each lies
     */
    public record Said(String model, double probability, RiskLevel level, Map<String, Integer> bands) {
        Said alone() {
            return new Said(model, probability, level, Map.of());
        }
    }

    /** Who spoke: the champion, then the shadow where it could. */
    public List<String> models() {
        return Stream.concat(Stream.of(champion), shadow.stream())
                .map(Said::model)
                .toList();
    }

    /** Only what is needed to hold it against what comes. */
    public Prediction inShort() {
        return new Prediction(customer, at, life, contracted, means, champion.alone(), shadow.map(Said::alone));
    }
}
