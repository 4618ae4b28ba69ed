package io.vigie.local;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the whole system at work on a company's history. */
@Command(
        name = "demo",
        description = "Start everything, feed a company's history and show what people would see.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "FOLDER", description = "a history to feed; without it, a simulated one")
    private @Nullable Path data;

    @Option(names = "--exit", description = "stop at the end; status 0 only if all adds up and is healthy")
    private boolean exit;

    @Option(names = "--summary", paramLabel = "FILE", description = "write the outcome as JSON")
    private @Nullable Path summary;

    @Option(
            names = "--ports",
            paramLabel = "BASE",
            description = "first of the four services' ports (${DEFAULT-VALUE})",
            defaultValue = "8081")
    private int ports;

    @Override
    public Integer call() {
        return new Session(Optional.ofNullable(data), Optional.empty(), Optional.ofNullable(summary), ports, !exit)
                .run();
    }
}
