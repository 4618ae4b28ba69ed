package io.vigie.scorer.learning.table;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which customers have left, as one column tells.
 *
 * @param column its name
 * @param value what it says of those who left
 */
public record Ending(String column, String value) {
    private static final Set<String> YES = Set.of(
            "yes",
            "y",
            "true",
            "t",
            "1",
            "1.0",
            "left",
            "churned",
            "churn",
            "lost",
            "exited",
            "attrited",
            "attrited customer",
            "cancelled",
            "canceled",
            "oui",
            "parti",
            "perdu");
    private static final int SHOWN = 10;

    /**
     * Reads {@code COLUMN} or {@code COLUMN=VALUE}.
     *
     * @throws TableProblem when the column or the value is not in the table
     */
    static Ending in(Table table, String asked) {
        int equals = asked.indexOf('=');
        if (equals < 0 || table.find(asked).isPresent()) {
            Column column = table.column(asked);
            return new Ending(column.name(), yes(column));
        }
        Column column = table.column(asked.substring(0, equals));
        String value = asked.substring(equals + 1).strip();
        return column.values().stream()
                .skip(1)
                .filter(one -> same(one, value))
                .findFirst()
                .map(one -> new Ending(column.name(), one))
                .orElseThrow(() -> new TableProblem(
                        "no row has \"" + value + "\" in column \"" + column.name() + "\"; it has " + shown(column)));
    }

    private static String yes(Column column) {
        Optional<String> yes = column.values().stream()
                .skip(1)
                .filter(value -> YES.contains(value.toLowerCase(Locale.ROOT)))
                .findFirst();
        return yes.orElseThrow(() -> new TableProblem("say which value of column \"" + column.name()
                + "\" means having left, as in --left \"" + column.name() + "=VALUE\"; it has " + shown(column)));
    }

    private static String shown(Column column) {
        int different = column.values().size() - 1;
        String first = column.values().stream().skip(1).limit(SHOWN).collect(Collectors.joining(", "));
        return different > SHOWN ? first + " and " + (different - SHOWN) + " other values" : first;
    }

    private static boolean same(String a, String b) {
        if (a.equalsIgnoreCase(b)) {
            return true;
        }
        var one = Figures.POINT.parse(a);
        var other = Figures.POINT.parse(b);
        return one.isPresent() && one.equals(other);
    }

    /** For each row whether the customer left. */
    boolean[] left(Table table) {
        Column ends = table.column(column);
        boolean[] left = new boolean[table.rows()];
        IntStream.range(0, left.length).forEach(row -> left[row] = same(ends.value(row), value));
        return left;
    }
}
