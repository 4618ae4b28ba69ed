package io.vigie.ingest.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A body kept in a file, so that its sender need not wait while it is imported. */
record Spooled(Path file) implements AutoCloseable {
    static Spooled of(InputStream body) {
        try {
            Path file = Files.createTempFile("vigie-import", ".body");
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            return new Spooled(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
