package io.vigie.scorer.learning.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rows that stand more than once.
 *
 * @param kept rows to learn from
 * @param warnings what was found
 */
// bulk figures, never compared
@SuppressWarnings("ArrayRecordComponent")
record Copies(int[] kept, List<String> warnings) {
    private static final int COMMON = 20;

    /** Of real tables with amounts to the cent, three rows in a thousand are alike: who has just begun, with the same plan. */
    private static final double MORE_THAN_CHANCE = 0.01;

    /** Copies of a row that names its customer count once; without a name they may be two customers, and stay. */
    static Copies of(Table table, Optional<Column> id) {
        int[] first = distinct(table, row -> id.isPresent() && !named(id.get(), row));
        int copies = table.rows() - first.length;
        List<String> warnings = new ArrayList<>();
        if (copies > 0) {
            warnings.add(
                    id.isPresent()
                            ? copies + " duplicate rows were left out: the same customer with the same values"
                            : copies + " rows are duplicates of others; no column names the customer, so they count as"
                                    + " customers who are alike");
        }
        int[] kept = id.isPresent() ? first : IntStream.range(0, table.rows()).toArray();
        id.ifPresent(column -> warnings.addAll(aboutNames(column, kept)));
        return new Copies(kept, warnings);
    }

    /** The rows of a table, of those alike in everything only the first. */
    static int[] distinct(Table table) {
        return distinct(table, _ -> false);
    }

    private static int[] distinct(Table table, IntPredicate alwaysAnother) {
        Set<List<Integer>> met = new HashSet<>();
        return IntStream.range(0, table.rows())
                .filter(row -> alwaysAnother.test(row) || met.add(codes(table.columns(), row)))
                .toArray();
    }

    private static boolean named(Column id, int row) {
        return id.code(row) != 0;
    }

    private static List<String> aboutNames(Column id, int[] kept) {
        List<String> warnings = new ArrayList<>();
        int[] named = IntStream.of(kept).filter(row -> named(id, row)).toArray();
        long customers = IntStream.of(named).map(id::code).distinct().count();
        if (customers < named.length) {
            warnings.add(named.length - customers + " rows repeat a value of \"" + id.name()
                    + "\" with other values beside it; all count, and rows of one customer are judged together");
        }
        if (named.length < kept.length) {
            warnings.add(kept.length - named.length + " rows have no \"" + id.name()
                    + "\"; each counts as a customer of its own");
        }
        return warnings;
    }

    /**
     * Whether customers may stand under two names each: more rows than by chance are like another in all but the name.
     *
     * @param telling a column learned from in which hardly two customers are alike
     */
    static Optional<String> underOtherNames(Table table, Column id, Column telling) {
        List<Column> others =
                table.columns().stream().filter(column -> column != id).toList();
        Set<List<Integer>> met = new HashSet<>();
        long alike = IntStream.range(0, table.rows())
                .filter(row -> !met.add(codes(others, row)))
                .count();
        return Optional.of(alike)
                .filter(many -> many >= MORE_THAN_CHANCE * table.rows())
                .map(many -> many + " rows are like another in all but \"" + id.name() + "\", even in \""
                        + telling.name() + "\"; all count: if these customers are known under two names, take one of"
                        + " the two rows out");
    }

    /** For each row a number that it shares with rows of the same customer, or else with the same values. */
    static int[] twins(Table table, List<Column> learned, Optional<Column> id) {
        int[] perCustomer = id.map(Column::counts).orElse(new int[0]);
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            counts.merge(codes(learned, row), 1, Integer::sum);
        }
        Map<Object, Integer> numbers = new HashMap<>();
        int[] twins = new int[table.rows()];
        for (int row = 0; row < twins.length; row++) {
            List<Integer> values = codes(learned, row);
            Object key = repeats(id, perCustomer, row)
                    ? "customer " + id.orElseThrow().code(row)
                    : counts.get(values) > COMMON ? "row " + row : values;
            twins[row] = numbers.computeIfAbsent(key, fresh -> numbers.size());
        }
        return twins;
    }

    private static boolean repeats(Optional<Column> id, int[] perCustomer, int row) {
        return id.filter(column -> named(column, row) && perCustomer[column.code(row)] > 1)
                .isPresent();
    }

    private static List<Integer> codes(List<Column> columns, int row) {
        return columns.stream().map(column -> column.code(row)).toList();
    }
}
