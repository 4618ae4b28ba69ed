package io.vigie.scorer.learning.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

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
            new Dates("d-MMM-uuuu"),
            new Dates("MMM d, uuuu"));

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
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
