package io.vigie.ingest.api.answers;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read of a body, so that a sender sees how far it has come. */
public final class CountedBytes extends FilterInputStream {
    private long count;

    public CountedBytes(InputStream body) {
        super(body);
    }

    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count += Math.max(read, 0);
        return read;
    }
}
