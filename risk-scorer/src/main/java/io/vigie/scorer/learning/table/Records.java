package io.vigie.scorer.learning.table;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Encodes what customers' records say of them as the columns of a table are. */
public final class Records {
    /** More would take longer to fit than all the rest; what has few kinds comes first. */
    private static final int MOST_INPUTS = 200;

    private Records() {}

    /**
     * How to read such records: without what is the same in all, or each one's own.
     *
     * @param records one a customer, by name of what is recorded
     */
    public static Encoding encoding(List<Map<String, String>> records) {
        TreeSet<String> names = new TreeSet<>();
        records.forEach(record -> names.addAll(record.keySet()));
        List<Feature> found = names.stream()
                .map(name -> column(name, records))
                .flatMap(column -> Encoder.of(column, Understanding.of(column, false)).stream())
                .sorted(Comparator.comparingInt(Feature::width))
                .toList();
        int kept = 0;
        int width = 0;
        while (kept < found.size() && width + found.get(kept).width() <= MOST_INPUTS) {
            width += found.get(kept++).width();
        }
        return new Encoding(found.subList(0, kept).stream()
                .sorted(Comparator.comparing(Feature::column))
                .toList());
    }

    private static Column column(String name, List<Map<String, String>> records) {
        Column.Builder column = new Column.Builder(name);
        records.forEach(record -> column.add(record.getOrDefault(name, Column.BLANK)));
        return column.build();
    }
}
