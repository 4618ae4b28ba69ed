package io.vigie.ingest.source;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads times as a source writes them; a date alone is the start of its day in the source's zone. */
final class TimeReader {
    private final List<DateTimeFormatter> formats;
    private final ZoneId zone;
    private String lastText = "";
    private boolean lastIsDay;
    private Optional<Instant> lastTime = Optional.empty();

    TimeReader(List<String> patterns, ZoneId zone) {
        this.formats = patterns.stream().map(TimeReader::strict).toList();
        this.zone = zone;
    }

    /** Refuses the 31st of February, which would else become the 28th; that takes the year without an era. */
    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Empty when the text is written in none of the ways. */
    Optional<Instant> read(String text) {
        if (!text.equals(lastText)) {
            lastIsDay = false;
            lastTime = formats.stream()
                    .map(format -> local(format, text))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .or(() -> iso(text));
            lastText = text;
        }
        return lastTime;
    }

    /** Whether a time that can be read is a day alone. */
    boolean isDay(String text) {
        return read(text).isPresent() && lastIsDay;
    }

    private Optional<Instant> local(DateTimeFormatter format, String text) {
        ParsePosition end = new ParsePosition(0);
        // most texts are written in one of several ways, and an exception for each of the others would be felt
        if (format.parseUnresolved(text, end) == null || end.getIndex() < text.length()) {
            return Optional.empty();
        }
        try {
            TemporalAccessor read = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(
                    switch (read) {
                        case OffsetDateTime at -> at.toInstant();
                        case LocalDateTime at -> at.atZone(zone).toInstant();
                        default -> startOf(LocalDate.from(read));
                    });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Instant startOf(LocalDate day) {
        lastIsDay = true;
        return day.atStartOfDay(zone).toInstant();
    }

    private static Optional<Instant> iso(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
