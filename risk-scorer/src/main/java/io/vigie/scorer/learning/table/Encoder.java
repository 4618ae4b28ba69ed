package io.vigie.scorer.learning.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Chooses how a column becomes inputs. */
final class Encoder {
    private static final int MOST_VALUES = 40;
    private static final int RARE = 20;
    private static final double RARE_SHARE = 0.001;

    private Encoder() {}

    /** Empty where the column holds nothing to learn from. */
    static Optional<Feature> of(Column column, Meaning meaning) {
        return switch (meaning) {
            case Meaning.Constant _, Meaning.Identifier _ -> Optional.empty();
            case Meaning.Word _ -> choice(column);
            case Meaning.Amount number -> quantity(column, number);
            case Meaning.Day day -> quantity(column, day);
        };
    }

    private static Optional<Feature> quantity(Column column, Meaning.Scale scale) {
        double[] sorted = Arrays.stream(column.on(scale))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double mean = Arrays.stream(sorted).average().orElse(0);
        double variance = Arrays.stream(sorted)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        double blanks = 1 - sorted.length / (double) column.rows();
        return Optional.of(new Feature.Quantity(
                column.name(),
                scale,
                List.of(sorted[0], sorted[sorted.length - 1]),
                sorted[sorted.length / 2],
                mean,
                variance > 0 ? Math.sqrt(variance) : 1,
                blanks));
    }

    private static Optional<Feature> choice(Column column) {
        int[] counts = column.counts();
        double rows = column.rows();
        double rare = Math.max(RARE, RARE_SHARE * rows);
        List<Integer> kept = IntStream.range(0, counts.length)
                .filter(value -> counts[value] >= rare)
                .boxed()
                .sorted(Comparator.comparing((Integer value) -> -counts[value])
                        .thenComparing(value -> column.values().get(value)))
                .limit(MOST_VALUES)
                .sorted(Comparator.comparing(value -> column.values().get(value)))
                .toList();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        List<Double> shares =
                new ArrayList<>(kept.stream().map(value -> counts[value] / rows).toList());
        double others = 1 - shares.stream().mapToDouble(Double::doubleValue).sum();
        boolean any = kept.stream().mapToInt(value -> counts[value]).sum() < column.rows();
        if (any) {
            shares.add(others);
        }
        return Optional.of(new Feature.Choice(
                column.name(),
                kept.stream().map(value -> column.values().get(value)).toList(),
                any,
                shares));
    }
}
