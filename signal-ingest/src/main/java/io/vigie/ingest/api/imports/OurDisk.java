package io.vigie.ingest.api.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A file on a disk of ours: that it cannot be read is never taken for a fault of what its sender sent. */
final class OurDisk extends FilterInputStream {
    OurDisk(InputStream file) {
        super(file);
    }

    @Override
    public int read() {
        try {
            return super.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read(byte[] into, int from, int length) {
        try {
            return super.read(into, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
