package io.vigie.ingest.intake;

import com.ethlo.time.ITU;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When a thing can have happened: it must be said, and neither to come nor before there were customers to lose. */
public final class Times {
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);
    private static final int DAY = "2026-01-31".length();
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Times() {}

    /**
     * @param text ISO 8601 with an offset
     * @throws DateTimeException when it is none
     */
    public static Instant instant(String text) {
        if (isPlain(text)) {
            try {
                return ITU.parseDateTime(text).toInstant();
            } catch (DateTimeException unusual) {
                return OffsetDateTime.parse(text).toInstant();
            }
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    /**
     * When a word was said of which no more than the day is known: a yes as early, a refusal as late as it can have been,
     * so that of two words of one day the refusal holds.
     */
    public static Instant said(boolean yes, LocalDate day, ZoneId zone, Instant now) {
        Instant start = day.atStartOfDay(zone).toInstant();
        return yes ? start : lastOf(start, zone, now);
    }

    /** The last instant until now of the day that starts then, in the precision of the database. */
    public static Instant lastOf(Instant start, ZoneId zone, Instant now) {
        Instant next =
                LocalDate.ofInstant(start, zone).plusDays(1).atStartOfDay(zone).toInstant();
        Instant last = next.isAfter(now) ? now.truncatedTo(ChronoUnit.MICROS) : next.minus(1, ChronoUnit.MICROS);
        return last.isBefore(start) ? start : last;
    }

    /** In UTC, as nearly all are written; of offsets and of what comes after them the quick parser checks little. */
    private static boolean isPlain(String text) {
        return text.length() > DAY
                && text.charAt(DAY) == 'T'
                && text.indexOf('Z') == text.length() - 1
                && text.indexOf('z') < 0;
    }

    /** Whether a date, which may be to come, can be meant: any database and any calendar holds it. */
    public static boolean canBeMeant(Instant date) {
        return !date.isBefore(EARLIEST) && date.isBefore(LATEST);
    }

    /** What is wrong with a date of a contract or the like, which may be to come; empty when nothing is. */
    static Optional<String> dateFault(String field, Instant date) {
        return !canBeMeant(date)
                ? Optional.of(field + ": " + date + " is not between 1900 and 2200: leave " + field
                        + " out where it is open, and send instants as text, not as a number")
                : Optional.empty();
    }

    /** The same of a date as it was sent. */
    static Optional<String> dateFault(String field, JsonNode sent) {
        try {
            return sent.isTextual()
                    ? dateFault(field, instant(sent.textValue()))
                    : Optional.of(field + ": give an instant as text, such as 2026-01-31T10:00:00Z");
        } catch (DateTimeException e) {
            return Optional.of(field + ": \"" + sent.textValue() + "\" is no instant such as 2026-01-31T10:00:00Z");
        }
    }

    static Optional<Refusal> fault(Optional<Instant> time, Instant now) {
        return time.map(at -> fault(at, now))
                .orElseGet(() -> Optional.of(
                        Reason.TIME_MISSING.because("time is missing: say when it happened, as 2026-01-31T10:00:00Z")));
    }

    private static Optional<Refusal> fault(Instant at, Instant now) {
        if (at.isAfter(now.plus(CLOCKS_DIFFER_BY))) {
            return Optional.of(Reason.TIME_IN_FUTURE.because("time " + at + " is more than 5 minutes after now (" + now
                    + "): check the sender's clock and zone"));
        }
        return at.isBefore(EARLIEST)
                ? Optional.of(Reason.TIME_TOO_EARLY.because(
                        "time " + at + " is before " + EARLIEST + ": check how the sender writes dates"))
                : Optional.empty();
    }
}
