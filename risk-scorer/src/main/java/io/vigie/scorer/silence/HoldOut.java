package io.vigie.scorer.silence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Customers as they were known some time before the end, and whether they ordered since: what a fit is judged by. */
public final class HoldOut {
    private final Map<OrderHistory, Ordered> counts = new TreeMap<>();

    /** How many of the same history stayed away, and how many came back. */
    private record Ordered(int away, int back) {
        Ordered plus(Ordered other) {
            return new Ordered(away + other.away, back + other.back);
        }
    }

    /** One customer more. */
    public void add(OrderHistory before, boolean cameBack) {
        counts.merge(before, cameBack ? new Ordered(0, 1) : new Ordered(1, 0), Ordered::plus);
    }

    OrderHistories histories() {
        return OrderHistories.counted(counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().away() + entry.getValue().back())));
    }

    /** The chance that of two customers the one who stayed away was the more silent; half where that is not told. */
    double auc(MbgNbd model) {
        Map<Double, Ordered> bySilence = new HashMap<>();
        counts.forEach((history, ordered) -> bySilence.merge(
                model.silence(history.repeats(), history.lastDays()).applyAsDouble(history.ageDays()),
                ordered,
                Ordered::plus));
        List<Ordered> rising = new TreeMap<>(bySilence).values().stream().toList();
        double away = rising.stream().mapToInt(Ordered::away).sum();
        double back = rising.stream().mapToInt(Ordered::back).sum();
        if (away == 0 || back == 0) {
            return 0.5;
        }
        double lessSilent = 0;
        double pairs = 0;
        for (Ordered here : rising) {
            pairs += here.away() * (lessSilent + here.back() / 2.0);
            lessSilent += here.back();
        }
        return pairs / (away * back);
    }
}
