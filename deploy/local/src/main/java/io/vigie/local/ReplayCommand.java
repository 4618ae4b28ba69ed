package io.vigie.local;

import io.vigie.local.feeding.ReplayPlan;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a history as its signals would have come in, or as untidily as asked. */
@Command(
        name = "replay",
        description = "Replay a history signal by signal through a system of its own, then stop.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "the history")
    private Path folder = Path.of("");

    @Option(names = "--rate", paramLabel = "N", description = "signals a second; as fast as it goes without")
    private @Nullable Double rate;

    @Option(names = "--shuffle", paramLabel = "SEED", description = "send in another order, drawn with this seed")
    private @Nullable Long shuffle;

    @Option(
            names = "--duplicate",
            paramLabel = "SHARE",
            description = "send this share of the signals a second time, later",
            defaultValue = "0")
    private double duplicate;

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() {
        ReplayPlan plan = new ReplayPlan(
                rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate),
                shuffle == null ? OptionalLong.empty() : OptionalLong.of(shuffle),
                duplicate);
        return new Session(Optional.of(folder), Optional.of(plan), options.summary(), options.ports(), false).run();
    }
}
