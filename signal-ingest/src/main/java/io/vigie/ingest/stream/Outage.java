package io.vigie.ingest.stream;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Remembers that the broker is silent, so that not every request waits for what the one before has waited for in vain:
 * else those that wait take all threads, and nobody is even told.
 */
final class Outage {
    private static final long BETWEEN_TRIES = Duration.ofSeconds(1).toNanos();
    private static final long NONE = Long.MIN_VALUE;

    private final LongSupplier nanos;
    private final AtomicLong nextTry = new AtomicLong(NONE);

    /**
     * @param nanos a clock that only ever goes forward
     */
    Outage(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether somebody may try: always while there is none, and one each second while there is. */
    boolean allowsATry() {
        long next = nextTry.get();
        long now = nanos.getAsLong();
        return next == NONE || (now - next >= 0 && nextTry.compareAndSet(next, now + BETWEEN_TRIES));
    }

    void begins() {
        nextTry.compareAndSet(NONE, nanos.getAsLong() + BETWEEN_TRIES);
    }

    void ends() {
        nextTry.set(NONE);
    }
}
