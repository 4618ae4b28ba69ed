package io.vigie.local;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() {
        return new Session(Optional.ofNullable(data), Optional.empty(), options.summary(), options.ports(), !exit)
                .run();
    }
}
