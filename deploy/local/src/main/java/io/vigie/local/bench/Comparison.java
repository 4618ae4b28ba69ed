package io.vigie.local.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What was measured beside its reference, in turns, so that whatever else the machine does meets both alike.
 *
 * @param what one of these is counted
 * @param reference by turn
 * @param measured by turn
 * @param target the least that the ratio should be
 */
public record Comparison(String what, List<Turn> reference, List<Turn> measured, double target) {
    public Comparison {
        if (reference.isEmpty() || reference.size() != measured.size()) {
            throw new IllegalArgumentException("each measure needs its reference");
        }
        reference = List.copyOf(reference);
        measured = List.copyOf(measured);
    }

    /** The ratio of each turn, in rising order. */
    List<Double> ratios() {
        return IntStream.range(0, reference.size())
                .mapToObj(turn ->
                        measured.get(turn).perSecond() / reference.get(turn).perSecond())
                .sorted()
                .toList();
    }

    public double ratio() {
        return median(ratios());
    }

    /** Processor time of the reference by that of what was measured. */
    public double processorRatio() {
        return median(reference, Turn::processorMicros) / median(measured, Turn::processorMicros);
    }

    public double lowest() {
        return ratios().getFirst();
    }

    public double highest() {
        return ratios().getLast();
    }

    public boolean reached() {
        return ratio() >= target;
    }

    String told() {
        return String.format(
                Locale.ROOT,
                "%s: %,.0f/s of %,.0f/s are %.0f %% (turns %.0f to %.0f %%; by processor time, %.1f of %.1f µs each, "
                        + "%.0f %%), wanted %.0f %%: %s",
                what,
                median(measured, Turn::perSecond),
                median(reference, Turn::perSecond),
                100 * ratio(),
                100 * lowest(),
                100 * highest(),
                median(reference, Turn::processorMicros),
                median(measured, Turn::processorMicros),
                100 * processorRatio(),
                100 * target,
                reached() ? "reached" : "NOT REACHED");
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return median(turns.stream().mapToDouble(figure).sorted().boxed().toList());
    }

    private static double median(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
