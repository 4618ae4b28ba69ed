package io.vigie.ingest.access;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * All keys that are given out, read together now and then: however many made-up ones are shown, the database is asked
 * once a second at most, and nobody who has a good one waits behind them.
 */
public final class KeyBook {
    private static final long HOLDS = Duration.ofSeconds(5).toNanos();
    private static final long BETWEEN_READINGS = Duration.ofSeconds(1).toNanos();

    private final Supplier<Map<String, ApiKey>> database;
    private final LongSupplier nanos;
    private final Lock reading = new ReentrantLock();
    private volatile Optional<Page> page = Optional.empty();

    /**
     * @param database reads all keys by their digests
     * @param nanos a clock that only ever goes forward
     */
    public KeyBook(Supplier<Map<String, ApiKey>> database, LongSupplier nanos) {
        this.database = database;
        this.nanos = nanos;
    }

    /** One that needs no reading. */
    public Optional<ApiKey> remembered(String digest) {
        return page.filter(last -> isYounger(last, HOLDS)).flatMap(last -> last.find(digest));
    }

    /**
     * Reads anew when what was read is old, or lacks the key and is not of this second; those who come meanwhile wait
     * for the same reading, and share its failure.
     */
    public Optional<ApiKey> find(String digest) {
        return remembered(digest).or(() -> recent().found(digest));
    }

    /** True for one alone of all who saw it as it was. */
    public boolean change(String digest, ApiKey was, ApiKey is) {
        return page.filter(last -> last.keys.replace(digest, was, is)).isPresent();
    }

    /** What was just given out or revoked counts from now on. */
    public void forget() {
        reading.lock();
        try {
            page = Optional.empty();
        } finally {
            reading.unlock();
        }
    }

    private Page recent() {
        Optional<Page> last = page.filter(this::isRecent);
        if (last.isPresent()) {
            return last.get();
        }
        reading.lock();
        try {
            Page now = page.filter(this::isRecent).orElseGet(this::read);
            page = Optional.of(now);
            return now;
        } finally {
            reading.unlock();
        }
    }

    private Page read() {
        try {
            Map<String, ApiKey> keys = database.get();
            return new Page(new ConcurrentHashMap<>(keys), Optional.empty(), nanos.getAsLong());
        } catch (RuntimeException trouble) {
            return new Page(new ConcurrentHashMap<>(), Optional.of(trouble), nanos.getAsLong());
        }
    }

    private boolean isRecent(Page last) {
        return isYounger(last, BETWEEN_READINGS);
    }

    private boolean isYounger(Page last, long age) {
        return nanos.getAsLong() - last.readAt < age;
    }

    private record Page(ConcurrentMap<String, ApiKey> keys, Optional<RuntimeException> trouble, long readAt) {
        Optional<ApiKey> find(String digest) {
            return Optional.ofNullable(keys.get(digest));
        }

        Optional<ApiKey> found(String digest) {
            trouble.ifPresent(failure -> {
                throw failure;
            });
            return find(digest);
        }
    }
}
