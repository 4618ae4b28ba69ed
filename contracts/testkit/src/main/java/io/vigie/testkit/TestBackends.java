package io.vigie.testkit;

import java.util.List;
import java.util.UUID;

/** A real broker and a real database server for any test: started when first asked for, stopped when the JVM ends. */
public final class TestBackends {
    private static final int FRESH_LENGTH = 8;

    private TestBackends() {}

    public static KafkaBackend kafka() {
        return new KafkaBackend((String) OncePerJvm.call(SharedBackends.class, "kafka"));
    }

    /** The database of that name, empty unless a test of this JVM has used it; letters, digits and _ only. */
    public static DatabaseBackend database(String name) {
        List<?> parts = (List<?>) OncePerJvm.call(SharedBackends.class, "database", name);
        return new DatabaseBackend((String) parts.get(0), (String) parts.get(1), (String) parts.get(2));
    }

    /** A name that nothing in this JVM has used, for a topic prefix or a database: {@code t} and eight hex digits. */
    public static String freshName() {
        return "t" + UUID.randomUUID().toString().substring(0, FRESH_LENGTH);
    }
}
