package io.vigie.scorer.scoring;

import io.vigie.scorer.learning.file.BroughtModelFile;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.RiskPart;
import io.vigie.scorer.learning.history.Input;
import io.vigie.scorer.learning.metrics.Distribution;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Where a model comes from, to tell whether it still speaks of the same customers.
 *
 * @param met how its inputs and its score were spread there
 * @param auc how well it told leavers from stayers there, where that is known
 */
public record Past(Map<String, Distribution> met, OptionalDouble auc) {
    public Past {
        met = Map.copyOf(met);
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
                met, OptionalDouble.of(file.risks().getFirst().figures().all().auc()));
    }

    static Past of(BroughtModelFile file) {
        Map<String, Distribution> met = new HashMap<>();
        file.inputs().forEach(input -> met.put(input.name(), input.met()));
        met.put(MonthOfModel.SCORE, file.scores());
        return new Past(met, OptionalDouble.empty());
    }
}
