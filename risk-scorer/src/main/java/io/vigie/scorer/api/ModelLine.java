package io.vigie.scorer.api;

import io.vigie.events.model.ModelPromoted;
import io.vigie.events.model.ModelState;
import io.vigie.scorer.learning.metrics.Metrics;
import io.vigie.scorer.scoring.Admitted;
import io.vigie.scorer.scoring.ExpertModel;
import io.vigie.scorer.scoring.LineUp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model in a list.
 *
 * @param kind {@code expert}, {@code linear}, {@code boosted}, {@code onnx}
 * @param origin {@code scorecard}, {@code history}, {@code elsewhere}
 * @param admittedBy who admitted it
 * @param moves its own, oldest first: who answered for each, and why
 * @param until the end of what it was learned from
 * @param metrics how well it told strangers, by risk
 * @param scorecard how well the scorecard told the same strangers, where that was judged
 */
public record ModelLine(
        String id,
        ModelState state,
        String kind,
        String origin,
        Optional<Instant> admittedAt,
        Optional<String> admittedBy,
        List<ModelPromoted> moves,
        Optional<Instant> until,
        Map<String, Metrics> metrics,
        Map<String, Metrics> scorecard) {

    static ModelLine ofTheExperts(LineUp lineUp) {
        return new ModelLine(
                ExpertModel.ID,
                lineUp.state(ExpertModel.ID),
                ExpertModel.ID,
                "scorecard",
                Optional.empty(),
                Optional.empty(),
                lineUp.movesOf(ExpertModel.ID),
                Optional.empty(),
                Map.of(),
                Map.of());
    }

    static ModelLine of(Admitted model, LineUp lineUp) {
        return new ModelLine(
                model.id(),
                lineUp.state(model.id()),
                model.kind(),
                model.origin(),
                Optional.of(model.at()),
                Optional.of(model.by()),
                lineUp.movesOf(model.id()),
                model.until(),
                model.metrics(),
                model.scorecard());
    }
}
