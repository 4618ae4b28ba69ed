package io.vigie.local.bench;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * One turn of one side.
 *
 * @param perSecond how many were done a second
 * @param processorMicros processor time that each took of all processes together, which others on the machine disturb less
 */
public record Turn(double perSecond, double processorMicros) {
    private static final double NANOS = 1e9;
    private static final double NANOS_IN_MICRO = 1e3;

    static Turn of(Turns.Work work, Duration time, Supplier<Duration> processorTime) {
        long start = System.nanoTime();
        Duration before = processorTime.get();
        long done = work.during(time);
        Duration taken = processorTime.get().minus(before);
        return new Turn(done * NANOS / (System.nanoTime() - start), taken.toNanos() / NANOS_IN_MICRO / done);
    }
}
