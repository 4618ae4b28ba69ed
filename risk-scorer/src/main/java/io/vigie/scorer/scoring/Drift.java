package io.vigie.scorer.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.scorer.learning.metrics.Distribution;
import io.vigie.scorer.learning.training.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Whether a model still speaks of the customers it was learned from, or began with, month by month.
 *
 * @param sums what each month's figures come from
 * @param months latest last
 * @param warnings why the model should be looked at, if so
 * @param remarks the same by their codes
 */
public record Drift(
        String model,
        SortedMap<String, MonthOfModel> sums,
        List<Month> months,
        List<String> warnings,
        List<Remark> remarks) {
    public Drift {
        remarks = remarks == null ? List.of() : List.copyOf(remarks);
    }

    private static final long ENOUGH = 200;
    private static final long ENOUGH_LEAVERS = 30;
    private static final double MUCH = 0.25;
    private static final double SURE = 3;
    private static final double TOLERATED = 0.2;
    private static final double AUC_LOST = 0.05;

    /**
     * One month.
     *
     * @param customers of whom it spoke
     * @param psi population stability index of each input and of the score, against where it was learned, of the
     *     scorecard against the year before; below 0.1 nothing has changed, above 0.25 much has
     * @param known of how many it is known what came
     * @param told what was said of them, and what came
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Month(String month, long customers, Map<String, Double> psi, long known, Optional<Told> told) {}

    /** Works out the figures of a model. */
    public static Drift of(Past past, String model, Map<String, MonthOfModel> sums) {
        SortedMap<String, MonthOfModel> inOrder = new TreeMap<>(sums);
        List<Month> months = new ArrayList<>();
        inOrder.forEach((month, sum) -> months.add(month(month, sum, past.spread(inOrder, month))));
        List<Remark> remarks = remarks(past, months);
        return new Drift(
                model, inOrder, months, remarks.stream().map(Remark::text).toList(), remarks);
    }

    private static Month month(String month, MonthOfModel sum, Map<String, Distribution> met) {
        Map<String, Double> psi = new TreeMap<>();
        sum.bands().forEach((input, bands) -> {
            Distribution then = met.getOrDefault(input, Distribution.NONE);
            psi.put(input, then.stability(then.counts(bands)));
        });
        return new Month(month, sum.customers(), psi, sum.record().known(), Told.of(sum.record()));
    }

    private static List<Remark> remarks(Past past, List<Month> months) {
        List<Remark> warnings = new ArrayList<>();
        latest(months, Month::customers).ifPresent(month -> warnings.addAll(moved(month, past)));
        latest(months, Month::known).ifPresent(month -> month.told().ifPresent(told -> {
            if (beyondChance(told, month.known())) {
                warnings.add(new Remark(
                        "off",
                        List.of(month.month()),
                        List.of(100 * told.came(), 100 * told.said()),
                        String.format(
                                Locale.ROOT,
                                "of those seen in %s, %.1f %% left where %.1f %% was said",
                                month.month(),
                                100 * told.came(),
                                100 * told.said())));
            }
            worse(month, told, past).ifPresent(warnings::add);
        }));
        return List.copyOf(warnings);
    }

    /** The latest month of so many customers that chance alone hardly moves its figures. */
    public Optional<Month> latest() {
        return latest(months, Month::customers);
    }

    /** The latest month of so many of whom it is known what came. */
    public Optional<Month> latestKnown() {
        return latest(months, Month::known);
    }

    private static Optional<Month> latest(List<Month> months, ToLongFunction<Month> counts) {
        return months.reversed().stream()
                .filter(month -> counts.applyAsLong(month) >= ENOUGH)
                .findFirst();
    }

    private static List<Remark> moved(Month month, Past past) {
        return month.psi().entrySet().stream()
                .filter(one -> one.getValue() >= MUCH)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(one -> new Remark(
                        past.learned() ? "moved" : "moved-in-a-year",
                        List.of(month.month(), one.getKey()),
                        List.of(one.getValue()),
                        String.format(
                                Locale.ROOT,
                                "in %s, %s is not spread as %s (stability index %.2f)",
                                month.month(),
                                one.getKey(),
                                past.learned() ? "where the model was learned" : "in the year before",
                                one.getValue())))
                .toList();
    }

    private static Optional<Remark> worse(Month month, Told told, Past past) {
        double learned = past.auc().orElse(0);
        double now = told.auc().orElse(1);
        return told.came() * month.known() < ENOUGH_LEAVERS || now >= learned - AUC_LOST
                ? Optional.empty()
                : Optional.of(new Remark(
                        "worse",
                        List.of(month.month()),
                        List.of(now, learned),
                        String.format(
                                Locale.ROOT,
                                "of those seen in %s, leavers were told from stayers with an AUC of %.3f; when it was"
                                        + " learned it was %.3f",
                                month.month(),
                                now,
                                learned)));
    }

    /** Chance alone would hardly move the share so far from what was said, and it matters. */
    private static boolean beyondChance(Told told, long known) {
        double variance = told.said() * (1 - told.said()) / known;
        double off = Math.abs(told.came() - told.said());
        return off > SURE * Math.sqrt(variance) && off > TOLERATED * told.said();
    }
}
