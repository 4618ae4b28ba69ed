package io.vigie.ingest.api;

import io.vigie.ingest.source.ResultLines;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps what a dry run gives in a file until it is whole, so that a failure can still be answered as one. */
final class DryRun implements AutoCloseable {
    private final Path file;
    private final OutputStream out;

    DryRun() {
        try {
            file = Files.createTempFile("vigie-dry-run", ".ndjson");
            out = new BufferedOutputStream(Files.newOutputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ResultLines lines() {
        return new ResultLines(out);
    }

    void copyTo(OutputStream answer) throws IOException {
        out.flush();
        Files.copy(file, answer);
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
