package io.vigie.scorer.api;

import io.vigie.events.model.ModelAdmitted;
import io.vigie.events.model.ModelPromoted;
import io.vigie.events.model.ModelState;
import io.vigie.scorer.learning.file.BroughtModelFile;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.learning.file.RiskPart;
import io.vigie.scorer.learning.file.TableModelFile;
import io.vigie.scorer.learning.metrics.Metrics;
import io.vigie.scorer.scoring.ExpertModel;
import io.vigie.scorer.scoring.LineUp;
import java.time.Instant;
import java.util.LinkedHashMap;
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

    static ModelLine of(ModelAdmitted model, LineUp lineUp) {
        ModelFile file = ModelFile.read(model.file());
        return new ModelLine(
                model.id(),
                lineUp.state(model.id()),
                model.kind(),
                model.origin(),
                Optional.of(model.at()),
                Optional.of(model.by()),
                lineUp.movesOf(model.id()),
                until(file),
                metrics(file),
                scorecard(file));
    }

    private static Optional<Instant> until(ModelFile file) {
        return file instanceof HistoryModelFile history
                ? Optional.of(history.data().until())
                : Optional.empty();
    }

    private static Map<String, Metrics> metrics(ModelFile file) {
        Map<String, Metrics> metrics = new LinkedHashMap<>();
        switch (file) {
            case HistoryModelFile history -> {
                for (RiskPart part : history.risks()) {
                    metrics.put(part.risk().word(), part.figures().all());
                }
            }
            case BroughtModelFile _ -> {}
            case TableModelFile table -> metrics.put("left", table.figures().all());
        }
        return metrics;
    }

    private static Map<String, Metrics> scorecard(ModelFile file) {
        Map<String, Metrics> metrics = new LinkedHashMap<>();
        if (file instanceof HistoryModelFile history) {
            history.risks().forEach(part -> part.experts()
                    .ifPresent(judged -> metrics.put(part.risk().word(), judged)));
        }
        return metrics;
    }
}
