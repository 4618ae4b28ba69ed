package io.vigie.ingest.source;

import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Reason;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Reads CSV rows under the names that the file's first row gives. */
final class CsvParser implements RowParser {
    private final char separator;
    private final Charset charset;
    private final List<String> header;

    /**
     * @param first the file's first row
     * @throws UnreadableFile when it names no column, one twice, or not all that the source wants
     */
    CsvParser(SourceSpec spec, RawRow first) {
        this.separator = spec.separator().orElse(',');
        this.charset = spec.charset();
        this.header = switch (fields(first)) {
            case Decision.Accepted<List<String>>(List<String> names) ->
                names.stream().map(String::strip).toList();
            case Decision.Declined<List<String>>(var why) -> throw new UnreadableFile("the header: " + why.detail());
        };
        check(spec);
    }

    @Override
    public Decision<Map<String, Object>> parse(RawRow row) {
        return fields(row).then(this::named);
    }

    private Decision<Map<String, Object>> named(List<String> fields) {
        if (fields.size() != header.size()) {
            return Decision.decline(Reason.MALFORMED_ROW.because("the row has " + fields.size() + " fields, the header "
                    + header.size() + ": quote fields that hold the separator"));
        }
        Map<String, Object> values = LinkedHashMap.newLinkedHashMap(header.size());
        for (int column = 0; column < header.size(); column++) {
            String value = fields.get(column).strip();
            if (!value.isEmpty() && !RefusedFile.isAdded(header.get(column))) {
                values.put(header.get(column), value);
            }
        }
        return Decision.accept(values);
    }

    private Decision<List<String>> fields(RawRow row) {
        return RowParser.decode(row.bytes(), charset).then(this::split);
    }

    private Decision<List<String>> split(String text) {
        return CsvFields.of(text, separator)
                .map(Decision::accept)
                .orElseGet(() -> Decision.decline(Reason.MALFORMED_ROW.because(
                        "text follows a closing quote: double the quotes inside quoted fields")));
    }

    private void check(SourceSpec spec) {
        if (header.stream().anyMatch(String::isBlank) || new HashSet<>(header).size() < header.size()) {
            throw new UnreadableFile("the header names a column twice or not at all: " + header);
        }
        NavigableSet<String> wanted = new TreeSet<>(spec.columns());
        wanted.addAll(spec.require().keySet());
        spec.time().map(TimeColumn::column).ifPresent(wanted::add);
        wanted.stream().filter(column -> !header.contains(column)).findFirst().ifPresent(column -> {
            throw new UnreadableFile("the file has no column \"" + column + "\"; its first row must name "
                    + String.join(", ", wanted) + ", and it names " + String.join(", ", header)
                    + ": look whether the separator and the encoding are those of the source");
        });
    }
}
