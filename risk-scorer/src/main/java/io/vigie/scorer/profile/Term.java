package io.vigie.scorer.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * How long a contract runs at a time, on the company's calendar: whole months where its dates say so, else days. Where
 * its last day is given, only months from the first of one, and years, are known from days.
 *
 * @param end of the first term
 * @param day the day of month on which terms end, where the month has it
 * @param inclusive days by which the end lies before the beginning of the next term: 1 where its last day is given
 * @param months of a term; 0 where it is told in days
 * @param days of a term that is not told in months, else 0
 */
record Term(ZonedDateTime end, int day, int inclusive, long months, long days) {
    /** From farther back the beginning is that of the relationship, and not of the term. */
    private static final int LONGEST_YEARS = 3;

    private static final int YEAR = 12;
    private static final int LONGEST_MONTH = 31;

    static Term of(Instant start, Instant end, ZoneId zone) {
        ZonedDateTime ends = end.atZone(zone);
        LocalDate from = start.atZone(zone).toLocalDate();
        LocalDate to = ends.toLocalDate();
        if (!from.isBefore(to) || from.plusYears(LONGEST_YEARS).isBefore(to)) {
            return new Term(ends, to.getDayOfMonth(), 0, YEAR, 0);
        }
        long exclusive = months(from, to);
        if (exclusive > 0) {
            return new Term(ends, Math.max(from.getDayOfMonth(), to.getDayOfMonth()), 0, exclusive, 0);
        }
        LocalDate next = to.plusDays(1);
        long inclusive = months(from, next);
        if (inclusive > 0 && (from.getDayOfMonth() == 1 || inclusive % YEAR == 0)) {
            return new Term(ends, Math.max(from.getDayOfMonth(), next.getDayOfMonth()), 1, inclusive, 0);
        }
        return new Term(ends, to.getDayOfMonth(), 0, 0, ChronoUnit.DAYS.between(from, to));
    }

    /** How many whole months lie between two dates, the last of a month being as good as a day that it lacks; else 0. */
    private static long months(LocalDate from, LocalDate to) {
        long months = ChronoUnit.MONTHS.between(from.withDayOfMonth(1), to.withDayOfMonth(1));
        boolean whole =
                from.plusMonths(months).equals(to) || to.minusMonths(months).equals(from);
        return whole ? months : 0;
    }

    /** How often it has renewed itself when it ends next after an instant. */
    long timesUntilAfter(Instant now) {
        long longest = months * LONGEST_MONTH + days;
        long times = Math.max(1, ChronoUnit.DAYS.between(end.toInstant(), now) / longest);
        while (!ends(times).isAfter(now)) {
            times++;
        }
        return times;
    }

    /** When the term begins that comes of so many renewals. */
    Instant begins(long times) {
        return ends(times - 1).atZone(end.getZone()).plusDays(inclusive).toInstant();
    }

    /** When it ends after so many renewals. */
    Instant ends(long times) {
        if (months == 0) {
            return later(end.toInstant(), times);
        }
        LocalDate month =
                end.toLocalDate().plusDays(inclusive).withDayOfMonth(1).plusMonths(times * months);
        LocalDate next = month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
        return end.with(next.minusDays(inclusive)).toInstant();
    }

    /** A date of the first term, so many renewals later. */
    Instant later(Instant date, long times) {
        return date.atZone(end.getZone())
                .plusMonths(times * months)
                .plusDays(times * days)
                .toInstant();
    }
}
