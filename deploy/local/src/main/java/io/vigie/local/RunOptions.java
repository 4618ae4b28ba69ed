package io.vigie.local;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a demo and a replay can be told alike. */
final class RunOptions {
    @Option(names = "--summary", paramLabel = "FILE", description = "write the outcome as JSON")
    private @Nullable Path summary;

    @Option(
            names = "--ports",
            paramLabel = "BASE",
            description = "first of the four services' ports (${DEFAULT-VALUE})",
            defaultValue = "8081")
    private int ports;

    Optional<Path> summary() {
        return Optional.ofNullable(summary);
    }

    int ports() {
        return ports;
    }
}
