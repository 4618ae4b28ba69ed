package io.vigie.ingest.source;

import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.intake.SoundJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Reads an uploaded lookup; one bad row refuses it whole, for half a lookup would refuse good rows later. */
public final class LookupFile {
    /** An index of PostgreSQL holds some 2,700 bytes; the longest key in UTF-8 stays well below. */
    private static final int LONGEST_KEY = 512;

    private LookupFile() {}

    /**
     * @param each takes every row's key and the columns that the source keeps
     * @throws UnreadableFile saying which line is wrong
     */
    public static void read(LookupSpec rule, InputStream file, BiConsumer<String, Map<String, Object>> each) {
        SourceSpec csv = SourceSpec.csv(
                Stream.concat(Stream.of(rule.key()), rule.columns().stream()).toList());
        RowCutter cutter = RowParser.cutter(csv, file);
        try {
            CsvParser parser = new CsvParser(
                    csv, cutter.next().orElseThrow(() -> new UnreadableFile("the lookup is empty: send a CSV file")));
            Set<String> keys = new HashSet<>();
            for (Optional<RawRow> raw = cutter.next(); raw.isPresent(); raw = cutter.next()) {
                Map<String, Object> values = values(parser, raw.get());
                String key = String.valueOf(values.getOrDefault(rule.key(), ""));
                if (key.isBlank() || !keys.add(key)) {
                    throw new UnreadableFile("line " + raw.get().line() + ": " + rule.key() + " \"" + key
                            + "\" is blank or stands there twice; each key must stand once");
                }
                keep(values, rule.columns());
                check(rule, raw.get().line(), key, values);
                each.accept(key, values);
            }
        } catch (IOException e) {
            throw new UnreadableFile("the lookup ends in the middle or is damaged: " + e.getMessage(), e);
        }
    }

    /** What the database can hold and find again. */
    private static void check(LookupSpec rule, long line, String key, Map<String, Object> values) {
        if (key.length() > LONGEST_KEY) {
            throw new UnreadableFile("line " + line + ": " + rule.key() + " has " + key.length()
                    + " characters; give keys of at most " + LONGEST_KEY);
        }
        if (!SoundJson.isSound(key)) {
            throw unsound(line, rule.key());
        }
        values.forEach((column, value) -> {
            if (!SoundJson.isSound(column) || !SoundJson.isSound(String.valueOf(value))) {
                throw unsound(line, column);
            }
        });
        rule.customer()
                .map(values::get)
                .map(String::valueOf)
                .filter(customer -> customer.length() > LONGEST_KEY)
                .ifPresent(customer -> {
                    throw new UnreadableFile("line " + line + ": the customer has " + customer.length()
                            + " characters; give ids of at most " + LONGEST_KEY);
                });
    }

    private static UnreadableFile unsound(long line, String column) {
        return new UnreadableFile("line " + line + ": " + SoundJson.printable(column)
                + " holds U+0000 or broken Unicode; save the file as UTF-8 text and send it again");
    }

    private static Map<String, Object> values(CsvParser parser, RawRow raw) {
        Decision<Map<String, Object>> read =
                raw.flaw().<Decision<Map<String, Object>>>map(Decision::decline).orElseGet(() -> parser.parse(raw));
        return switch (read) {
            case Decision.Accepted<Map<String, Object>>(Map<String, Object> values) -> values;
            case Decision.Declined<Map<String, Object>>(Refusal why) ->
                throw new UnreadableFile("line " + raw.line() + ": " + why.detail());
        };
    }

    private static void keep(Map<String, Object> values, List<String> columns) {
        if (!columns.isEmpty()) {
            values.keySet().retainAll(columns);
        }
    }
}
