package io.vigie.scorer.scoring;

import io.vigie.events.model.ModelAdmitted;
import io.vigie.scorer.learning.file.BroughtModelFile;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.learning.file.RiskPart;
import io.vigie.scorer.learning.file.TableModelFile;
import io.vigie.scorer.learning.metrics.Metrics;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is told of a model in a list, without its file.
 *
 * @param by who admitted it
 * @param until the end of what it was learned from
 * @param metrics how well it told strangers, by risk
 * @param scorecard how well the scorecard told the same strangers, where that was judged
 */
public record Admitted(
        String id,
        String kind,
        String origin,
        Instant at,
        String by,
        Optional<Instant> until,
        Map<String, Metrics> metrics,
        Map<String, Metrics> scorecard) {

    /** Of a file that cannot be read here there are no figures; others may be able to. */
    public static Admitted of(ModelAdmitted model) {
        try {
            return of(model, ModelFile.read(model.file()));
        } catch (IllegalArgumentException unreadable) {
            return new Admitted(
                    model.id(),
                    model.kind(),
                    model.origin(),
                    model.at(),
                    model.by(),
                    Optional.empty(),
                    Map.of(),
                    Map.of());
        }
    }

    private static Admitted of(ModelAdmitted model, ModelFile file) {
        Map<String, Metrics> metrics = new LinkedHashMap<>();
        Map<String, Metrics> scorecard = new LinkedHashMap<>();
        Optional<Instant> until = Optional.empty();
        switch (file) {
            case HistoryModelFile history -> {
                until = Optional.of(history.data().until());
                for (RiskPart part : history.risks()) {
                    metrics.put(part.risk().word(), part.figures().all());
                    part.experts().ifPresent(judged -> scorecard.put(part.risk().word(), judged));
                }
            }
            case BroughtModelFile _ -> {}
            case TableModelFile table -> metrics.put("left", table.figures().all());
        }
        return new Admitted(
                model.id(), model.kind(), model.origin(), model.at(), model.by(), until, metrics, scorecard);
    }
}
