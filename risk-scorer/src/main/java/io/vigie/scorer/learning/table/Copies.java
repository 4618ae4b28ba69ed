package io.vigie.scorer.learning.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Copies of a row that names its customer count once; without a name they may be two customers, and stay. */
    static Copies of(Table table, Optional<Column> id) {
        int[] all = IntStream.range(0, table.rows()).toArray();
        List<String> warnings = new ArrayList<>();
        Set<List<Integer>> met = new HashSet<>();
        int[] first = IntStream.of(all)
                .filter(row -> met.add(codes(table.columns(), row)))
                .toArray();
        int copies = all.length - first.length;
        if (copies > 0) {
            warnings.add(
                    id.isPresent()
                            ? copies + " duplicate rows were left out: the same customer with the same values"
                            : copies + " rows are duplicates of others; no column names the customer, so they count as"
                                    + " customers who are alike");
        }
        int[] kept = id.isPresent() ? first : all;
        id.ifPresent(column -> {
            long customers = IntStream.of(kept).map(column::code).distinct().count();
            if (customers < kept.length) {
                warnings.add(kept.length - customers + " rows repeat a value of \"" + column.name()
                        + "\" with other values beside it; all count, and rows of one customer are judged together");
            }
        });
        return new Copies(kept, warnings);
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
            Object key = perCustomer.length > 0 && perCustomer[id.orElseThrow().code(row)] > 1
                    ? "customer " + id.orElseThrow().code(row)
                    : counts.get(values) > COMMON ? "row " + row : values;
            twins[row] = numbers.computeIfAbsent(key, fresh -> numbers.size());
        }
        return twins;
    }

    private static List<Integer> codes(List<Column> columns, int row) {
        return columns.stream().map(column -> column.code(row)).toList();
    }
}
