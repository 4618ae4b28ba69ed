package io.vigie.scorer.scoring;

import io.vigie.scorer.learning.file.BroughtModelFile;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.RiskPart;
import io.vigie.scorer.learning.history.Input;
import io.vigie.scorer.learning.metrics.Distribution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * Where a model comes from, to tell whether it still speaks of the same customers.
 *
 * @param learned whether from customers; what was not is held against the year before, while it was watched
 * @param met how its inputs and its score were spread there; of what was not learned, only the bands count
 * @param auc how well it told leavers from stayers there, where that is known
 */
public record Past(boolean learned, Map<String, Distribution> met, OptionalDouble auc) {
    private static final int YEAR = 12;
    private static final int HALF_A_YEAR = 6;

    public Past {
        met = Map.copyOf(met);
    }

    static Past unlearned(Map<String, Distribution> bands) {
        return new Past(false, bands, OptionalDouble.empty());
    }

    /** How inputs and score were spread where a month is held against; nothing where too few months came before it. */
    Map<String, Distribution> spread(SortedMap<String, MonthOfModel> months, String month) {
        if (learned) {
            return met;
        }
        List<MonthOfModel> before = List.copyOf(months.headMap(month).values());
        List<MonthOfModel> year = before.subList(Math.max(0, before.size() - YEAR), before.size());
        return year.size() < HALF_A_YEAR ? Map.of() : spread(year);
    }

    private Map<String, Distribution> spread(List<MonthOfModel> year) {
        Map<String, Distribution> spread = new HashMap<>();
        year.stream().reduce(MonthOfModel.NONE, MonthOfModel::with).bands().forEach((input, counts) -> {
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
