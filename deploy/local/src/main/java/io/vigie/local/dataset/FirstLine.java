package io.vigie.local.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** What a file says of itself in its first line: the columns of a table, or the fields of its first object. */
record FirstLine(boolean csv, Set<String> names) {

    /** Empty for a file that is neither a table nor lines of JSON. */
    static Optional<FirstLine> of(Path file) throws IOException {
        try (BufferedReader reader = Plain.reader(file)) {
            String line = reader.readLine();
            if (line == null || line.isBlank() || line.indexOf('\0') >= 0) {
                return Optional.empty();
            }
            return line.stripLeading().startsWith("{") ? object(line) : table(line);
        }
    }

    private static Optional<FirstLine> object(String line) {
        try {
            JsonNode object = EventJson.mapper().readTree(line);
            Set<String> names = new HashSet<>();
            object.fieldNames().forEachRemaining(names::add);
            return Optional.of(new FirstLine(false, names));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<FirstLine> table(String line) throws IOException {
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.DEFAULT)) {
            return parser.getRecords().stream()
                    .findFirst()
                    .map(header -> new FirstLine(true, Set.copyOf(new HashSet<>(header.toList()))));
        }
    }
}
