package io.vigie.local.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for something that a process must bring about, and no longer than the process lives. */
final class Waiting {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Waiting() {}

    /**
     * @throws FleetFailure when the process ends first, or the patience does
     */
    static void until(Duration patience, String what, Child child, BooleanSupplier reached) {
        Instant end = Instant.now().plus(patience);
        while (!reached.getAsBoolean()) {
            if (!child.alive()) {
                throw child.ended();
            }
            if (Instant.now().isAfter(end)) {
                throw new FleetFailure(what + " did not get ready within " + patience.toSeconds()
                        + " seconds; see its log " + child.log());
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new FleetFailure("stopped while waiting");
        }
    }
}
