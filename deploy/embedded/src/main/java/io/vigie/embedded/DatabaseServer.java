package io.vigie.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/** Starts PostgreSQL on a folder: made anew when it was never made whole, in little memory, open to this machine only. */
final class DatabaseServer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TOLD_LINES = 15;

    /** The same sorting and case rules on every machine, whatever its own locale. */
    private static final Map<String, String> LOCALE =
            Map.of("locale", "C", "locale-provider", "builtin", "builtin-locale", "C.UTF-8");

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", Ports.HOST),
            Map.entry("unix_socket_directories", ""),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "64MB"),
            Map.entry("max_wal_size", "512MB"),
            Map.entry("jit", "off"),
            // the default keeps three more processes for reading
            Map.entry("io_method", "sync"));

    /** The library turns syncing off for all: right for data that is thrown away, wrong for data that is kept. */
    private static final Map<String, String> DURABLE = Map.of("fsync", "on", "synchronous_commit", "on");

    private static final Map<String, String> PASSING = Map.of("synchronous_commit", "off", "full_page_writes", "off");

    private DatabaseServer() {}

    static EmbeddedPostgres start(DataFolder folder, int port) {
        return start(folder, port, PATIENCE);
    }

    static EmbeddedPostgres start(DataFolder folder, int port, Duration patience) {
        Path data = EmbeddedDatabase.dataIn(folder.path());
        Path made = folder.path().resolve("made");
        Path log = folder.path().resolve("postgres.log");
        try {
            if (!Files.exists(made)) {
                FileUtils.deleteDirectory(data.toFile());
            }
            EmbeddedPostgres server =
                    builder(folder, log, port).setPGStartupWait(patience).start();
            Files.write(made, List.of());
            return server;
        } catch (IOException | IllegalStateException refused) {
            LeftoverServer.stop(data);
            throw new IllegalStateException("PostgreSQL did not start in " + folder.path() + lastOf(log), refused);
        }
    }

    private static EmbeddedPostgres.Builder builder(DataFolder folder, Path log, int port) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(EmbeddedDatabase.dataIn(folder.path()))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setPort(port);
        LOCALE.forEach(builder::setLocaleConfig);
        SETTINGS.forEach(builder::setServerConfig);
        (folder.kept() ? DURABLE : PASSING).forEach(builder::setServerConfig);
        return builder;
    }

    private static String lastOf(Path log) {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            return "; its log ends with:\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the log " + log + " cannot be read", unreadable);
        }
    }
}
