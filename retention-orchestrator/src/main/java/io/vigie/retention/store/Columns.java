package io.vigie.retention.store;

import io.vigie.events.Word;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows turned on their side: a text array for each column, for a statement that takes them apart by {@code unnest}. The server
 * then does one statement for all of them; a batch has it begin and end one for each row, which costs more than the row.
 */
final class Columns {
    private Columns() {}

    /**
     * @param rows one at least, each with as many values as there are columns
     */
    static Object[] of(List<Object[]> rows) {
        int width = rows.getFirst().length;
        @Nullable String[][] columns = new String[width][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            Object[] values = rows.get(row);
            for (int column = 0; column < width; column++) {
                columns[column][row] = text(values[column]);
            }
        }
        return columns;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> text(optional.orElse(null));
            case Word word -> word.word();
            default -> value.toString();
        };
    }
}
