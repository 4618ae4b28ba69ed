package io.vigie.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.intake.SignalIntake;
import io.vigie.ingest.intake.Times;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pass over one file of a source: every row ends up mapped, merged into a group, or refused. */
public final class FileImport {
    private static final long LARGEST_TOGETHER = 1 << 20;
    private static final long GROUPED_IN_MEMORY = 32L << 20;
    private static final Refusal ERASES = Reason.UNMAPPED_ROW.because(
            "a file erases nobody: DELETE /customers/{id}, or have it posted as it happens");

    private final Source source;
    private final Map<String, Lookup> lookups;
    private final MappingResult result;
    private final Tally tally;
    private final CustomerChanges changes = new CustomerChanges();
    private final Object constants;
    private final RowsDigest digest = new RowsDigest();
    private Optional<String> expected = Optional.empty();
    private Optional<byte[]> header = Optional.empty();

    /**
     * @param lookups every lookup that the source declares, by name
     * @param now the wall clock, for the check against the future
     */
    public FileImport(
            Source source,
            Map<String, Lookup> lookups,
            SignalIntake intake,
            Identities identities,
            Instant now,
            Receiver receiver) {
        this.source = source;
        this.lookups = lookups;
        this.result = new MappingResult(source.uri(), intake, identities, now);
        this.tally = new Tally(receiver);
        this.constants = EventJson.mapper().convertValue(source.spec().constants(), Object.class);
    }

    /**
     * @throws UnreadableFile when the file as a whole cannot be read on; what was read before stays taken
     */
    public void run(InputStream file) {
        run(file, 0, Progress.UNTOLD);
    }

    /**
     * The same, leaving out the first rows, which an import of the same file has passed on.
     *
     * @param skipped how many; 0 where rows are gathered into groups, for they are passed on at the end alone
     */
    public void run(InputStream file, long skipped, Progress progress) {
        if (skipped > 0 && gathers()) {
            throw new IllegalArgumentException("groups need every row of their file");
        }
        try {
            RowCutter cutter = RowParser.cutter(source.spec(), file);
            read(cutter, new RowReader(source.spec(), parser(cutter), lookups), skipped, progress);
        } catch (IOException e) {
            throw new UnreadableFile(
                    "the file ends in the middle or is damaged (" + e.getMessage()
                            + "): send it again whole; rows that were taken keep their ids and do not count twice",
                    e);
        }
    }

    /** Counts what became of the rows that are left out as well. */
    public void goOnFrom(ImportReport before, Optional<String> digest) {
        tally.goOnFrom(before);
        expected = digest;
    }

    /** Of all rows that were read so far. */
    public String digest() {
        return digest.soFar();
    }

    /** What became of the rows so far, those before it went on among them. */
    public ImportReport report(String id) {
        return tally.report(id, source.name());
    }

    private RowParser parser(RowCutter cutter) throws IOException {
        return switch (source.spec().format()) {
            case CSV -> {
                RawRow first = header(cutter);
                header = Optional.of(first.bytes());
                digest.add(first);
                yield new CsvParser(source.spec(), first);
            }
            case NDJSON, JSON, XML -> new JsonParser(source.spec());
        };
    }

    private static RawRow header(RowCutter cutter) throws IOException {
        return cutter.next()
                .orElseThrow(() -> new UnreadableFile("the file is empty: its first row must name the columns"));
    }

    private boolean gathers() {
        return !source.spec().groupBy().isEmpty();
    }

    private void read(RowCutter cutter, RowReader reader, long skipped, Progress progress) throws IOException {
        Mapping mapping = source.mapping(reader::time);
        try (Groups groups = new Groups(source.spec().groupBy(), GROUPED_IN_MEMORY)) {
            long count = eachRow(cutter, reader, mapping, groups, skipped, progress);
            for (PackedRows group : groups.inOrder()) {
                List<Row> rows = group.unpack().stream().map(reader::reread).toList();
                take(rows, mapping.apply(scopeOf(rows)));
                progress.read(count);
            }
        }
    }

    private long eachRow(
            RowCutter cutter, RowReader reader, Mapping mapping, Groups groups, long skipped, Progress progress)
            throws IOException {
        long count = 0;
        for (Optional<RawRow> raw = cutter.next(); raw.isPresent(); raw = cutter.next()) {
            count++;
            digest.add(raw.get());
            if (count <= skipped) {
                check(count, skipped);
                continue;
            }
            switch (reader.read(raw.get())) {
                case Decision.Declined<Row>(Refusal why) -> refuse(List.of(raw.get()), why);
                case Decision.Accepted<Row>(Row row) when !gathers() -> take(List.of(row), mapping.apply(scopeOf(row)));
                case Decision.Accepted<Row>(Row row) -> groups.add(row);
            }
            progress.read(count);
        }
        if (count < skipped) {
            check(skipped, skipped);
        }
        return count;
    }

    private void check(long count, long skipped) {
        if (count == skipped
                && expected.filter(before -> !before.equals(digest.soFar())).isPresent()) {
            throw new UnreadableFile("it is not the file of which an import was cut, though its name and length are the"
                    + " same: send it again, and it is read from its first row");
        }
    }

    private void take(List<Row> rows, Decision<JsonNode> mapped) {
        switch (mapped.then(result::check)) {
            case Decision.Declined<MappedRow>(Refusal why) ->
                refuse(rows.stream().map(Row::raw).toList(), why);
            case Decision.Accepted<MappedRow>(MappedRow row)
            when !row.erasures().isEmpty() -> refuse(rows.stream().map(Row::raw).toList(), ERASES);
            case Decision.Accepted<MappedRow>(MappedRow row) -> {
                row.customers().stream().filter(changes::isNews).forEach(news -> tally.take(news.customer()));
                row.signals().forEach(tally::take);
                row.consents().forEach(tally::take);
                tally.rows(rows.size());
            }
        }
    }

    /** A group stays together, so that it can be taken again as one thing, unless it is too large for that. */
    private void refuse(List<RawRow> rows, Refusal why) {
        if (rows.stream().mapToLong(row -> row.bytes().length).sum() <= LARGEST_TOGETHER) {
            tally.refuse(RefusedRow.of(rows, why, header));
        } else {
            rows.forEach(row -> tally.refuse(RefusedRow.of(List.of(row), why, header)));
        }
    }

    private Map<String, Object> scopeOf(Row row) {
        Map<String, Object> scope = scope(row.time());
        row.time().ifPresent(at -> scope.put("until", until(at, row.dayAlone()).toString()));
        scope.put("row", row.values());
        row.id().ifPresent(id -> scope.put("id", id));
        return scope;
    }

    private Instant until(Instant time, boolean dayAlone) {
        return dayAlone ? Times.lastOf(time, source.spec().zoneId(), result.now()) : time;
    }

    private Map<String, Object> scopeOf(List<Row> rows) {
        Map<String, Object> scope =
                scope(rows.stream().map(Row::time).flatMap(Optional::stream).min(Comparator.naturalOrder()));
        scope.put("rows", rows.stream().map(Row::values).toList());
        scope.put("row", rows.getFirst().values());
        rows.getFirst().id().ifPresent(id -> scope.put("id", id));
        return scope;
    }

    private Map<String, Object> scope(Optional<Instant> time) {
        Map<String, Object> scope = new HashMap<>();
        scope.put("constants", constants);
        time.ifPresent(at -> scope.put("time", at.toString()));
        return scope;
    }
}
