package io.vigie.scorer.learning.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table in memory, column by column.
 *
 * @param semicolons whether cells were parted by semicolons, as where decimals have commas
 * @param warnings what was odd about the file
 */
record Table(List<Column> columns, boolean semicolons, List<String> warnings) {
    Table {
        columns = List.copyOf(columns);
        warnings = List.copyOf(warnings);
    }

    int rows() {
        return columns.getFirst().rows();
    }

    /** The column of that name: exactly, or else but for case. */
    Optional<Column> find(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .or(() -> columns.stream()
                        .filter(column -> column.name()
                                .toLowerCase(Locale.ROOT)
                                .equals(name.strip().toLowerCase(Locale.ROOT)))
                        .findFirst());
    }

    /**
     * The column of that name.
     *
     * @throws TableProblem naming the columns that there are
     */
    Column column(String name) {
        return find(name)
                .orElseThrow(() -> new TableProblem("the table has no column \"" + name + "\"; it has "
                        + String.join(", ", columns.stream().map(Column::name).toList())));
    }

    Table only(int[] rows) {
        return new Table(columns.stream().map(column -> column.only(rows)).toList(), semicolons, warnings);
    }
}
