package io.vigie.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Stops the PostgreSQL server that outlived its killed owner, since it holds the data and the port. */
final class LeftoverServer {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private LeftoverServer() {}

    /** Stops the server still running on that data, if any, and forgets its pid, which may be another's by now. */
    static void stop(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        try {
            if (Files.exists(pidFile)) {
                Optional<ProcessHandle> server = serverOf(data, pidFile);
                if (server.isPresent()) {
                    stop(server.get(), pidFile);
                }
                Files.deleteIfExists(pidFile);
            }
        } catch (IOException stuck) {
            throw new UncheckedIOException("the leftover server of " + data + " could not be stopped", stuck);
        }
    }

    private static Optional<ProcessHandle> serverOf(Path data, Path pidFile) throws IOException {
        return Files.readString(pidFile)
                .lines()
                .findFirst()
                .filter(line -> !line.isBlank())
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
                .filter(process -> runsOn(process.info(), data));
    }

    private static boolean runsOn(ProcessHandle.Info process, Path data) {
        return process.arguments().stream().flatMap(Arrays::stream).anyMatch(data.toString()::equals);
    }

    /** SIGINT disconnects clients and shuts down cleanly, where SIGTERM would wait for them to leave. */
    private static void stop(ProcessHandle server, Path pidFile) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
        if (!isGone(server, pidFile)) {
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroyForcibly();
        }
    }

    /** The pid file goes last in a clean stop; the process may stay listed where nothing reaps orphans. */
    private static boolean isGone(ProcessHandle server, Path pidFile) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (server.isAlive() && Files.exists(pidFile) && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        return !server.isAlive() || !Files.exists(pidFile);
    }
}
