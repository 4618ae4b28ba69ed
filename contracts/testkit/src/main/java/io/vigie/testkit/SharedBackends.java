package io.vigie.testkit;

import io.vigie.embedded.ServerLogs;
import java.util.List;

/** The servers of this JVM; public only for {@link OncePerJvm} to reach its one copy. */
public final class SharedBackends {
    private static final Lazy<RunningBackends> BACKENDS = new Lazy<>(SharedBackends::chosen);

    private SharedBackends() {}

    /** The broker's bootstrap servers. */
    public static String kafka() {
        return BACKENDS.get().kafka().bootstrapServers();
    }

    /** The database's JDBC URL, user and password. */
    public static List<String> database(String name) {
        DatabaseBackend database = BACKENDS.get().database(name);
        return List.of(database.jdbcUrl(), database.user(), database.password());
    }

    private static RunningBackends chosen() {
        ServerLogs.hush();
        RunningBackends backends = RunningBackends.named(System.getProperty("vigie.backends", "embedded"));
        Runtime.getRuntime().addShutdownHook(new Thread(backends::close, "test-backends-stop"));
        return backends;
    }
}
