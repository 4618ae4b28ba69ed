package io.vigie.ingest.source;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/** Groups from several files, each in order, as if they stood in one: a group of each is held at a time. */
final class MergedGroups implements Iterator<PackedRows> {
    private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparingLong(Head::line));

    MergedGroups(List<DataInputStream> files) {
        files.forEach(this::readOn);
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public PackedRows next() {
        Head first = heads.remove();
        readOn(first.file());
        return PackedRows.of(first.packed());
    }

    private void readOn(DataInputStream file) {
        try {
            if (file.available() > 0) {
                heads.add(new Head(file, file.readNBytes(file.readInt())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next group of a file. */
    @SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
    private record Head(DataInputStream file, byte[] packed) {
        long line() {
            return PackedRows.firstLine(packed);
        }
    }
}
