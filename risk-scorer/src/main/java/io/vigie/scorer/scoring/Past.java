package io.vigie.scorer.scoring;

import io.vigie.scorer.learning.file.BroughtModelFile;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.RiskPart;
import io.vigie.scorer.learning.history.Input;
import io.vigie.scorer.learning.metrics.Distribution;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * Where a model comes from, to tell whether it still speaks of the same customers.
 *
 * @param learned whether from customers; what was not is held against the first month in which it was watched
 * @param met how its inputs and its score were spread there; of what was not learned, only the bands count
 * @param auc how well it told leavers from stayers there, where that is known
 */
public record Past(boolean learned, Map<String, Distribution> met, OptionalDouble auc) {
    public Past {
        met = Map.copyOf(met);
    }

    static Past unlearned(Map<String, Distribution> bands) {
        return new Past(false, bands, OptionalDouble.empty());
    }

    /** How inputs and score were spread, where that is known by the time these months were counted. */
    Map<String, Distribution> spread(SortedMap<String, MonthOfModel> months) {
        if (learned) {
            return met;
        }
        return months.values().stream()
                .filter(month -> month.customers() >= Drift.ENOUGH)
                .findFirst()
                .map(this::first)
                .orElse(Map.of());
    }

    private Map<String, Distribution> first(MonthOfModel month) {
        Map<String, Distribution> spread = new HashMap<>();
        month.bands().forEach((input, counts) -> {
            Distribution bands = met.getOrDefault(input, Distribution.NONE);
            spread.put(input, bands.counted(bands.counts(counts)));
        });
        return spread;
    }

    static Past of(HistoryModelFile file) {
        Map<String, Distribution> met = new HashMap<>();
        for (RiskPart part : file.risks()) {
            for (Input input : part.inputs()) {
                met.putIfAbsent(input.name(), input.met());
            }
        }
        met.put(MonthOfModel.SCORE, file.scores());
        return new Past(
                true,
                met,
                OptionalDouble.of(file.risks().getFirst().figures().all().auc()));
    }

    static Past of(BroughtModelFile file) {
        Map<String, Distribution> met = new HashMap<>();
        file.inputs().forEach(input -> met.put(input.name(), input.met()));
        met.put(MonthOfModel.SCORE, file.scores());
        return new Past(true, met, OptionalDouble.empty());
    }
}
