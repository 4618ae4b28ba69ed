package io.vigie.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Gives a Quarkus test real backends: the shared servers, with a topic prefix and a database of its own.
 *
 * <p>Both unless the argument {@code needs} says {@code kafka} or {@code postgres}.
 */
public final class BackendsResource implements QuarkusTestResourceLifecycleManager {
    /** The name of the argument that says which backends are needed. */
    public static final String NEEDS = "needs";

    private static final String KAFKA = "kafka";
    private static final String POSTGRES = "postgres";

    private Set<String> needs = Set.of(KAFKA, POSTGRES);

    @Override
    public void init(Map<String, String> arguments) {
        needs = Set.of(arguments.getOrDefault(NEEDS, KAFKA + "," + POSTGRES).split(","));
        if (!Set.of(KAFKA, POSTGRES).containsAll(needs)) {
            throw new IllegalArgumentException("needs is kafka, postgres or kafka,postgres, not " + needs);
        }
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        settings.put("vigie.prefix", TestBackends.freshName());
        settings.put("quarkus.devservices.enabled", "false");
        if (needs.contains(KAFKA)) {
            settings.put("kafka.bootstrap.servers", TestBackends.kafka().bootstrapServers());
        }
        if (needs.contains(POSTGRES)) {
            DatabaseBackend database = TestBackends.database(TestBackends.freshName());
            settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
            settings.put("quarkus.datasource.username", database.user());
            settings.put("quarkus.datasource.password", database.password());
        }
        return settings;
    }

    /** The servers serve the next test as well; they stop with the JVM. */
    @Override
    public void stop() {}
}
