package io.vigie.kpi.measure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The stretch of time that a measure is about, half open so that neighbouring periods share no event and miss none.
 *
 * @param from the first instant in it
 * @param to the first instant after it
 */
public record Period(Instant from, Instant to) {
    private static final Instant EARLIEST =
            Year.of(1).atDay(1).atStartOfDay(ZoneId.of("UTC")).toInstant();
    private static final Instant LATEST =
            Year.of(9999).atDay(1).atStartOfDay(ZoneId.of("UTC")).toInstant();
    private static final int USUAL_DAYS = 365;

    public Period {
        if (!from.isBefore(to)) {
            throw new WrongPeriod("from (" + from + ") must be before to (" + to + ")");
        }
        if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
            throw new WrongPeriod("from and to must lie between " + EARLIEST + " and " + LATEST);
        }
    }

    /**
     * The period that somebody asks for; what is left out is the usual: the 365 days up to now.
     *
     * @param from an instant ({@code 2026-01-01T00:00:00Z}) or a date, meaning its midnight in the zone
     * @param to the same, and outside the period
     * @throws WrongPeriod when a word is neither, or the end is not after the beginning
     */
    public static Period asked(Optional<String> from, Optional<String> to, ZoneId zone, Instant now) {
        Instant end = to.map(word -> instant("to", word, zone)).orElse(now);
        Instant begin = from.map(word -> instant("from", word, zone))
                .orElseGet(() -> end.atZone(zone).minusDays(USUAL_DAYS).toInstant());
        return new Period(begin, end);
    }

    /** The period that ends just after an instant, so that it takes in what happened then. */
    public static Instant justAfter(Instant newest) {
        return newest.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    private static Instant instant(String name, String word, ZoneId zone) {
        try {
            return word.contains("T")
                    ? Instant.parse(word)
                    : LocalDate.parse(word).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw new WrongPeriod(
                    name + " must be an instant such as 2026-01-01T00:00:00Z or a date such as 2026-01-01," + " is \""
                            + word + "\"");
        }
    }
}
