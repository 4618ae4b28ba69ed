package io.vigie.local.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vigie.events.EventJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParsePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Finds the last instant that a file tells, since go-live and the closing tick are set by it before anything is fed. */
final class LastInstant {
    private final FileKind.Times times;
    private final List<DateTimeFormatter> formats;
    private final Map<String, String> previous = new HashMap<>();
    private Instant last = Instant.EPOCH;

    private LastInstant(FileKind.Times times) {
        this.times = times;
        this.formats = times.patterns().stream()
                .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
                .toList();
    }

    static Instant in(Path file, FileKind kind) throws IOException {
        LastInstant found = new LastInstant(kind.times());
        try (BufferedReader reader = Plain.reader(file)) {
            if (kind.csv()) {
                found.readTable(reader);
            } else {
                found.readObjects(reader);
            }
        }
        return found.last;
    }

    private void readTable(BufferedReader reader) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = format.parse(reader)) {
            for (CSVRecord row : rows) {
                times.columns().stream().filter(row::isSet).forEach(column -> see(column, row.get(column)));
            }
        }
    }

    private void readObjects(BufferedReader reader) throws IOException {
        ObjectReader json = EventJson.mapper().readerFor(JsonNode.class);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            JsonNode object = line.isBlank() ? EventJson.mapper().nullNode() : json.readTree(line);
            times.fields().forEach(field -> see(field, object.path(field).asText()));
        }
    }

    /** Rows beside each other mostly share their time: the same text is not parsed again. */
    private void see(String field, String text) {
        if (!text.isBlank() && !text.equals(previous.put(field, text))) {
            parse(text.strip()).filter(last::isBefore).ifPresent(later -> last = later);
        }
    }

    /** What cannot be read is refused by the import, with its line; it sets no end here. */
    private Optional<Instant> parse(String text) {
        return formats.isEmpty()
                ? iso(text)
                : formats.stream()
                        .flatMap(format -> local(text, format).stream())
                        .findFirst();
    }

    private Optional<Instant> local(String text, DateTimeFormatter format) {
        ParsePosition whole = new ParsePosition(0);
        TemporalAccessor time = format.parseUnresolved(text, whole);
        if (time == null || whole.getIndex() < text.length()) {
            return Optional.empty();
        }
        TemporalAccessor best = format.parseBest(text, LocalDateTime::from, LocalDate::from);
        LocalDateTime local = best instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(best);
        return Optional.of(local.atZone(times.zone()).toInstant());
    }

    private static Optional<Instant> iso(String text) {
        try {
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeParseException notAnInstant) {
            return Optional.empty();
        }
    }
}
