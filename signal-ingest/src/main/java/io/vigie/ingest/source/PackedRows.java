package io.vigie.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of one group as bytes, since a whole file of groups may have to be held to its end. */
final class PackedRows {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    static PackedRows of(byte[] packed) {
        PackedRows rows = new PackedRows();
        rows.bytes.writeBytes(packed);
        return rows;
    }

    void add(RawRow row) {
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(row.line());
            out.writeInt(row.bytes().length);
            out.write(row.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<RawRow> unpack() {
        List<RawRow> rows = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            while (in.available() > 0) {
                rows.add(new RawRow(in.readLong(), in.readNBytes(in.readInt()), Optional.empty()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    byte[] packed() {
        return bytes.toByteArray();
    }

    /** The line on which rows that were packed begin. */
    static long firstLine(byte[] packed) {
        return ByteBuffer.wrap(packed).getLong();
    }
}
