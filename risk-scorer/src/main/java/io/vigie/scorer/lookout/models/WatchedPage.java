package io.vigie.scorer.lookout.models;

import io.vigie.events.reasons.Wording;
import io.vigie.scorer.learning.training.Remark;
import io.vigie.scorer.scoring.Comparison;
import io.vigie.scorer.scoring.Drift;
import io.vigie.scorer.scoring.MonthOfModel;
import io.vigie.scorer.scoring.Told;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was seen of a model since it scores live.
 *
 * @param comparison beside the champion, where it was ever a shadow
 * @param months the latest first
 * @param warnings why it should be looked at
 */
public record WatchedPage(Optional<Comparison> comparison, List<Month> months, List<Shown> warnings) {
    static final WatchedPage NOTHING = new WatchedPage(Optional.empty(), List.of(), List.of());

    /**
     * One month.
     *
     * @param score stability index of the score
     * @param farthest the input that is spread least like where the model was learned
     */
    public record Month(
            String month, long customers, double score, Optional<Farthest> farthest, long known, Optional<Told> told) {
        static Month of(Drift.Month month, Wording wording) {
            Optional<Farthest> farthest = month.psi().entrySet().stream()
                    .filter(one -> !one.getKey().equals(MonthOfModel.SCORE))
                    .max(Comparator.comparingDouble(Map.Entry::getValue))
                    .map(one -> new Farthest(wording.name(factor(one.getKey())), one.getValue()));
            return new Month(
                    month.month(),
                    month.customers(),
                    month.psi().getOrDefault(MonthOfModel.SCORE, 0.0),
                    farthest,
                    month.known(),
                    month.told());
        }
    }

    /** The input that a warning names, in the reader's words. */
    private static Shown inWords(Remark remark, Wording wording) {
        return Shown.of(
                new Remark(
                        remark.code(),
                        remark.names().stream()
                                .map(name -> wording.name(factor(name)))
                                .toList(),
                        remark.figures(),
                        remark.text()),
                wording);
    }

    /** What an input is of: a kind of signal of its type, a value of its attribute. */
    private static String factor(String input) {
        return input.startsWith("attribute.") ? input.split(" = |=", 2)[0] : input.split("[ /]", 2)[0];
    }

    /** An input in the reader's words, with its stability index. */
    public record Farthest(String what, double psi) {}

    static WatchedPage of(Optional<Comparison> comparison, Optional<Drift> drift, Wording wording) {
        return new WatchedPage(
                comparison,
                drift.stream()
                        .flatMap(one -> one.months().reversed().stream())
                        .map(month -> Month.of(month, wording))
                        .toList(),
                drift.stream()
                        .flatMap(one -> one.remarks().stream())
                        .map(remark -> inWords(remark, wording))
                        .toList());
    }
}
