package io.vigie.scorer.learning.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Rows put together by like values of one column: words as they are, what can be ordered in about sixty-four parts. */
final class Bins {
    private static final int PARTS = 64;

    private Bins() {}

    /** For each row the number of its bin; blanks are bin 0. */
    static int[] of(Column column, Meaning meaning) {
        int[] codes = new int[column.rows()];
        int[] byValue = meaning instanceof Meaning.Scale scale ? ordered(column, scale) : new int[0];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = byValue.length == 0 ? column.code(row) : byValue[column.code(row)];
        }
        return codes;
    }

    private record Valued(int code, double value) {}

    private static int[] ordered(Column column, Meaning.Scale scale) {
        int[] counts = column.counts();
        List<Valued> values = new ArrayList<>();
        for (int code = 1; code < counts.length; code++) {
            OptionalDouble value = scale.parse(column.values().get(code));
            if (value.isPresent()) {
                values.add(new Valued(code, value.getAsDouble()));
            }
        }
        values.sort((a, b) -> Double.compare(a.value, b.value));
        int[] bins = new int[counts.length];
        Map<Integer, Integer> numbers = new HashMap<>();
        long before = 0;
        for (Valued one : values) {
            int part = (int) (before * PARTS / column.rows());
            bins[one.code] = 1 + numbers.computeIfAbsent(part, fresh -> numbers.size());
            before += counts[one.code];
        }
        return bins;
    }
}
