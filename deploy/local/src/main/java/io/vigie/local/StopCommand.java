package io.vigie.local;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** Stops the live system; its data stays. */
@Command(name = "stop", description = "Stop what start started; its data stays.", mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {
    private static final int PATIENCE_SECONDS = 90;

    @Override
    public Integer call() {
        Optional<ProcessHandle> supervisor =
                LiveSystem.of(Place.here()).supervisor().process();
        if (supervisor.isEmpty()) {
            System.out.println("It is not running.");
            return 0;
        }
        ProcessHandle process = supervisor.orElseThrow();
        process.destroy();
        try {
            process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException tooSlow) {
            System.err.println("It did not stop within " + PATIENCE_SECONDS + " seconds; ending it by force.");
            process.destroyForcibly();
        }
        System.out.println("Stopped.");
        return 0;
    }
}
