package io.vigie.scorer.learning.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A column as it was read: each different value once, and for each row which one; value 0 is a blank. */
final class Column {
    static final String BLANK = "";
    private static final Set<String> BLANKS =
            Set.of("", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "?", "-", "--", "missing", "(blank)");

    private final String name;
    private final List<String> values;
    private final int[] rows;

    private Column(String name, List<String> values, int[] rows) {
        this.name = name;
        this.values = List.copyOf(values);
        this.rows = rows;
    }

    String name() {
        return name;
    }

    int rows() {
        return rows.length;
    }

    /** The number of a row's value; 0 for a blank. */
    int code(int row) {
        return rows[row];
    }

    String value(int row) {
        return values.get(rows[row]);
    }

    /** Each row's value on a scale, not a number where it has none; each different cell is read once. */
    double[] on(Meaning.Scale scale) {
        double[] byValue = values.stream()
                .mapToDouble(cell -> scale.parse(cell).orElse(Double.NaN))
                .toArray();
        return Arrays.stream(rows).mapToDouble(code -> byValue[code]).toArray();
    }

    /** The values, each once, as first met; the first is the blank, met or not. */
    List<String> values() {
        return values;
    }

    /** How often each value stands, by its number. */
    int[] counts() {
        int[] counts = new int[values.size()];
        for (int code : rows) {
            counts[code]++;
        }
        return counts;
    }

    int blanks() {
        return counts()[0];
    }

    /** The same column with only some rows. */
    Column only(int[] kept) {
        Builder builder = new Builder(name);
        for (int row : kept) {
            builder.add(value(row));
        }
        return builder.build();
    }

    static String cleaned(String cell) {
        String text = cell.strip();
        return BLANKS.contains(text.toLowerCase(Locale.ROOT)) ? BLANK : text;
    }

    /** Takes cells in, row by row. */
    static final class Builder {
        private final String name;
        private final Map<String, Integer> codes = new HashMap<>();
        private final List<String> values = new ArrayList<>();
        private int[] rows = new int[1024];
        private int size;

        Builder(String name) {
            this.name = name;
            codes.put(BLANK, 0);
            values.add(BLANK);
        }

        void add(String cell) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, 2 * size);
            }
            rows[size++] = codes.computeIfAbsent(cleaned(cell), value -> {
                values.add(value);
                return values.size() - 1;
            });
        }

        Column build() {
            return new Column(name, values, Arrays.copyOf(rows, size));
        }
    }
}
