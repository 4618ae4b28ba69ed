package io.vigie.kpi.store;

import io.vigie.events.Word;
import io.vigie.kpi.measure.Period;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads rows with a statement whose {@code :from} and {@code :to} are the period's, wherever they stand. */
record Query(String statement) {
    private static final Pattern NAMES = Pattern.compile("(?<!:):(from|to)\\b");

    /** Takes what a row says. */
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    void each(Connection connection, Period period, RowReader reader) throws SQLException {
        String positional = NAMES.matcher(statement).replaceAll("?");
        try (PreparedStatement prepared = connection.prepareStatement(positional)) {
            int position = 1;
            for (var name = NAMES.matcher(statement); name.find(); ) {
                Instant instant = name.group(1).equals("from") ? period.from() : period.to();
                new Table.Row(prepared, position++).time(instant);
            }
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    /** Counts by word: the statement gives a word and a count in each row. */
    <E extends Enum<E> & Word> Map<E, Long> tally(Connection connection, Period period, Class<E> words)
            throws SQLException {
        Map<E, Long> tally = new EnumMap<>(words);
        each(connection, period, row -> tally.put(Word.of(words, row.getString(1)), row.getLong(2)));
        return tally;
    }
}
