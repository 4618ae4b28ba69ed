package io.vigie.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Which process a folder belongs to; a pid alone may be another's by now, its start instant may not. */
record Owner(Path file) {
    static Owner of(Path folder) {
        return new Owner(folder.resolve("owner"));
    }

    void claim() {
        try {
            Files.writeString(file, line(ProcessHandle.current()));
        } catch (IOException full) {
            throw new UncheckedIOException(file + " cannot be written", full);
        }
    }

    boolean lives() {
        return process().isPresent();
    }

    Optional<ProcessHandle> process() {
        try {
            String line = Files.readString(file);
            return ProcessHandle.of(Long.parseLong(line.substring(0, line.indexOf(' '))))
                    .filter(process -> process.isAlive() && line(process).equals(line));
        } catch (IOException | RuntimeException none) {
            return Optional.empty();
        }
    }

    void letGo() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            throw new UncheckedIOException(file + " cannot be deleted", left);
        }
    }

    private static String line(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
