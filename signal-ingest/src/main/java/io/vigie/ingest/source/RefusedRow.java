package io.vigie.ingest.source;

import io.vigie.ingest.intake.Refusal;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A row that could not be taken, or the rows of a group, which are taken or refused together.
 *
 * @param line where it begins in the file, from 1
 * @param raw its bytes as they came; of a group all its rows, one a line
 * @param header the file's first row as it came, where the rows need one to be read
 * @param rows how many rows there are
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
public record RefusedRow(long line, Refusal why, byte[] raw, Optional<byte[]> header, int rows) {
    static RefusedRow of(List<RawRow> rows, Refusal why, Optional<byte[]> header) {
        return new RefusedRow(
                rows.getFirst().line(),
                why,
                lines(rows.stream().map(RawRow::bytes).toList()),
                header,
                rows.size());
    }

    /** The rows as a small file of their own, which can be mended and imported again. */
    public byte[] file() {
        return header.map(first -> lines(List.of(first, raw))).orElse(raw);
    }

    private static byte[] lines(List<byte[]> lines) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            if (joined.size() > 0) {
                joined.write('\n');
            }
            joined.writeBytes(line);
        }
        return joined.toByteArray();
    }
}
