package io.vigie.scorer.learning.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How a column writes its dates; a time of day after it is passed over.
 *
 * @param pattern as of {@link DateTimeFormatter}
 */
record Dates(String pattern) {
    /** In the order in which they are tried; day before month where both would do. */
    static final List<Dates> KNOWN = List.of(
            new Dates("uuuu-M-d"),
            new Dates("uuuu/M/d"),
            new Dates("d/M/uuuu"),
            new Dates("M/d/uuuu"),
            new Dates("d.M.uuuu"),
            new Dates("d-M-uuuu"),
            new Dates("M-d-uuuu"),
            new Dates("d/M/uu"),
            new Dates("M/d/uu"),
            new Dates("d.M.uu"),
            new Dates("d-M-uu"),
            new Dates("d-MMM-uuuu"),
            new Dates("MMM d, uuuu"));

    /** Eight digits, which are numbers as well: tried first, but only where all cells are such days. */
    static final Dates COMPACT = new Dates("uuuuMMdd");

    private static final int FIRST_OF_TWO_DIGITS = 1950;
    private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

    /** Days since 1970. */
    OptionalDouble parse(String cell) {
        String date = cell.replaceFirst("[T ]\\d{1,2}:\\d{2}.*$", "");
        try {
            LocalDate day = LocalDate.parse(date, formatter());
            boolean likely = day.getYear() > 1899 && day.getYear() < 2200;
            return likely ? OptionalDouble.of((double) day.toEpochDay()) : OptionalDouble.empty();
        } catch (DateTimeException notOne) {
            return OptionalDouble.empty();
        }
    }

    private DateTimeFormatter formatter() {
        return FORMATTERS.computeIfAbsent(pattern, Dates::formatter);
    }

    private static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        boolean twoDigits = pattern.endsWith("uu") && !pattern.endsWith("uuuu");
        if (twoDigits) {
            builder.appendPattern(pattern.substring(0, pattern.length() - 2))
                    .appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_OF_TWO_DIGITS);
        } else {
            builder.appendPattern(pattern);
        }
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
