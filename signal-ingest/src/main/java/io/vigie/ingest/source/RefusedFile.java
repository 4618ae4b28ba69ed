package io.vigie.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.EventJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Refused rows as a file of their source, each with why; it can be mended and imported as it is. */
public final class RefusedFile {
    /** Names of what is added to a row; an import reads over them. */
    static final String REASON = "vigie_reason";

    static final String DETAIL = "vigie_detail";

    private final SourceSpec spec;
    private final OutputStream out;
    private final Charset charset;
    private final char separator;
    private final int added;

    /**
     * @param header the first row of the file that was imported, where there was one
     */
    public RefusedFile(SourceSpec spec, Optional<byte[]> header, OutputStream out) {
        this.spec = spec;
        this.out = out;
        this.charset = spec.charset();
        this.separator = spec.separator().orElse(',');
        Optional<String> names = header.map(bytes -> new String(bytes, charset));
        this.added = names.flatMap(row -> CsvFields.of(row, separator))
                .map(fields ->
                        (int) fields.stream().filter(RefusedFile::isAdded).count())
                .orElse(0);
        header.ifPresent(row -> line(withoutAdded(row), separator + REASON + separator + DETAIL));
    }

    static boolean isAdded(String column) {
        return column.equals(REASON) || column.equals(DETAIL);
    }

    /**
     * @param raw a row as it came, or several, one a line
     */
    public void add(byte[] raw, String reason, String detail) {
        RowCutter cutter = RowParser.cutter(spec, new ByteArrayInputStream(raw));
        try {
            for (Optional<RawRow> row = cutter.next(); row.isPresent(); row = cutter.next()) {
                byte[] bytes = row.get().bytes();
                switch (spec.format()) {
                    case CSV -> line(withoutAdded(bytes), separator + quoted(reason) + separator + quoted(detail));
                    case NDJSON, JSON, XML -> line(object(bytes, reason, detail), "");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an earlier import added stands at the end; it gives way to what is true now. */
    private byte[] withoutAdded(byte[] row) {
        if (added == 0) {
            return row;
        }
        return CsvFields.of(new String(row, charset), separator)
                .filter(fields -> fields.size() > added)
                .map(fields -> new ArrayList<>(fields).subList(0, fields.size() - added))
                .map(fields -> joined(fields).getBytes(charset))
                .orElse(row);
    }

    private String joined(List<String> fields) {
        return fields.stream().map(this::quoted).collect(Collectors.joining(String.valueOf(separator)));
    }

    private String quoted(String field) {
        boolean plain =
                field.chars().noneMatch(unit -> unit == '"' || unit == separator || unit == '\n' || unit == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    private byte[] object(byte[] row, String reason, String detail) {
        try {
            return EventJson.mapper().readTree(new String(row, charset)) instanceof ObjectNode object
                    ? object.put(REASON, reason).put(DETAIL, detail).toString().getBytes(charset)
                    : row;
        } catch (JsonProcessingException e) {
            return row;
        }
    }

    private void line(byte[] start, String rest) {
        try {
            out.write(start);
            out.write(rest.getBytes(charset));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
