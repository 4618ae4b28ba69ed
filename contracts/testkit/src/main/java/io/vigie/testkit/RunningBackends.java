package io.vigie.testkit;

/** A way to have backends: each starts when first asked for. */
sealed interface RunningBackends extends AutoCloseable permits EmbeddedBackends, ContainerBackends {
    KafkaBackend kafka();

    DatabaseBackend database(String name);

    @Override
    void close();

    /** The way that the system property {@code vigie.backends} names. */
    static RunningBackends named(String name) {
        return switch (name) {
            case "embedded" -> new EmbeddedBackends();
            case "containers" -> ContainerBackends.onDocker();
            default ->
                throw new IllegalArgumentException(
                        "vigie.backends is \"embedded\" or \"containers\", not \"" + name + "\"");
        };
    }
}
