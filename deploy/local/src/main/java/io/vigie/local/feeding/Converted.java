package io.vigie.local.feeding;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the files of a history yield: customer records, and the signals of all files in one order of time. */
final class Converted {
    private final List<String> customers = new ArrayList<>();
    private final List<Line> signals = new ArrayList<>();
    private ImportReport report = ImportReport.NOTHING;

    /** Takes in what a dry run answered: one {@code signal}, {@code customer}, {@code refused} or {@code report} a line. */
    void add(Path answer) {
        try (BufferedReader reader = Files.newBufferedReader(answer)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(EventJson.mapper().readTree(line));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(answer + " cannot be read", unreadable);
        }
    }

    List<String> customers() {
        return customers;
    }

    /** In the order in which a customer's signals count. */
    List<String> signalsInOrder() {
        return signals.stream()
                .sorted(Comparator.comparing(Line::time)
                        .thenComparing(Line::source)
                        .thenComparing(Line::id))
                .map(Line::text)
                .toList();
    }

    ImportReport report() {
        return report;
    }

    private void add(JsonNode line) {
        if (line.has("signal")) {
            JsonNode signal = line.get("signal");
            signals.add(new Line(
                    Instant.parse(signal.path("time").asText()),
                    signal.path("source").asText(),
                    signal.path("id").asText(),
                    text(signal)));
        } else if (line.has("customer")) {
            customers.add(text(line.get("customer")));
        } else if (line.has("report")) {
            report = report.plus(Ingest.report(line.get("report")));
        }
    }

    private static String text(JsonNode json) {
        return json + "\n";
    }

    private record Line(Instant time, String source, String id, String text) {}
}
