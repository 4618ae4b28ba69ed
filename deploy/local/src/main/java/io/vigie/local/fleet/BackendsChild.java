package io.vigie.local.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The broker and the database, as one process that tells its addresses when both can be used. */
final class BackendsChild {
    static final String USER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern READY = Pattern.compile("READY kafka=(\\S+) postgres=(\\S+)");

    private final Child child;
    private final Path postmaster;
    private final String kafka;
    private final String postgres;

    private BackendsChild(Child child, Path postmaster, Matcher ready) {
        this.child = child;
        this.postmaster = postmaster;
        this.kafka = ready.group(1);
        this.postgres = ready.group(2);
    }

    static BackendsChild start(FleetPlan plan) {
        String databases = Arrays.stream(Service.values())
                .filter(Service::keepsDatabase)
                .map(Service::database)
                .collect(Collectors.joining(","));
        Path log = plan.logs().resolve("backends.log");
        long before = sizeOf(log);
        Child child = Child.start(
                "backends",
                Java.backends(plan.pace(), List.of("--data", plan.data().toString(), "--databases", databases)),
                plan.folder(),
                log);
        Waiting.until(
                PATIENCE, "the backends", child, () -> readyLine(log, before).isPresent());
        return new BackendsChild(
                child,
                plan.data().resolve("postgres/data/postmaster.pid"),
                readyLine(log, before).orElseThrow());
    }

    Child child() {
        return child;
    }

    String kafka() {
        return kafka;
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + postgres + "/" + database;
    }

    /** The server trusts no memory that a killed process shared: it ends all of them and begins again from its log. */
    void crashDatabase() {
        ProcessHandle one = server().stream()
                .flatMap(ProcessHandle::children)
                .findFirst()
                .orElseThrow(() -> new FleetFailure("the database server does not run"));
        one.destroyForcibly();
        one.onExit().join();
    }

    Connection connect(Service service) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(service.database()), USER, USER);
    }

    /** The database server, which is nobody's child. */
    Optional<ProcessHandle> server() {
        try (Stream<String> lines = Files.lines(postmaster)) {
            return lines.findFirst().flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())));
        } catch (IOException | UncheckedIOException | NumberFormatException notRunning) {
            return Optional.empty();
        }
    }

    private static Optional<Matcher> readyLine(Path log, long from) {
        try {
            byte[] all = Files.readAllBytes(log);
            String text = new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
            return Optional.of(READY.matcher(text)).filter(Matcher::find);
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    private static long sizeOf(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
