package io.vigie.local.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Remembers the processes of a run, so that what outlived a killed launcher is stopped before the next start. */
public final class Leftovers {
    private static final int PATIENCE_SECONDS = 25;

    private final Path file;

    /** Those of the run whose folder it is. */
    public Leftovers(Path folder) {
        this.file = folder.resolve("processes");
    }

    void remember(List<ProcessHandle> processes) {
        try {
            Files.write(file, processes.stream().map(Leftovers::line).toList());
        } catch (IOException full) {
            throw new UncheckedIOException(file + " cannot be written", full);
        }
    }

    /** Stops those that still live, the last one started first. */
    public void stop() {
        try {
            if (Files.exists(file)) {
                List<ProcessHandle> living = Files.readAllLines(file).stream()
                        .map(Leftovers::living)
                        .flatMap(Optional::stream)
                        .toList();
                living.reversed().forEach(ProcessHandle::destroy);
                living.forEach(Leftovers::awaitEnd);
                Files.deleteIfExists(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException tooSlow) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private static String line(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** A pid may be another's by now: only the same start means the same process. */
    private static Optional<ProcessHandle> living(String line) {
        String[] parts = line.split(" ", 2);
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(process -> process.isAlive() && line(process).equals(line));
    }
}
