package io.vigie.ingest.api.imports;

import io.vigie.ingest.api.answers.Spooled;
import io.vigie.ingest.source.ResultLines;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/** Keeps what a dry run gives in a file until it is whole, so that a failure can still be answered as one. */
final class DryRun implements AutoCloseable {
    private final FileChannel file = Spooled.nameless(Spooled.TEMPORARY);
    private final OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file));

    ResultLines lines() {
        return new ResultLines(out);
    }

    void copyTo(OutputStream answer) throws IOException {
        out.flush();
        Channels.newInputStream(file.position(0)).transferTo(answer);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
