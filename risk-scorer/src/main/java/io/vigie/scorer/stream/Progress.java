package io.vigie.scorer.stream;

import io.vigie.events.wire.Tick;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/** How far one partition has come: what was counted, the latest instant seen, the ticks that passed. */
final class Progress {
    static final String PROCESSED = "processed";
    static final String DUPLICATES = "duplicates";
    static final String REFUSED = "refused";
    static final String CUSTOMERS = "customers";
    static final String NOW = "now";
    private static final String TICK = "tick ";
    private static final String ERASED = "erased ";
    private static final String SWEPT = "swept";
    private static final String FOLDED = "folded";

    private final KeyValueStore<String, Long> store;

    Progress(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    static String tick(String run) {
        return TICK + run;
    }

    void count(String what) {
        store.put(what, Optional.ofNullable(store.get(what)).orElse(0L) + 1);
    }

    void countBack(String what) {
        store.put(what, Optional.ofNullable(store.get(what)).orElse(0L) - 1);
    }

    long customers() {
        return Optional.ofNullable(store.get(CUSTOMERS)).orElse(0L);
    }

    /** Whether an erasure is told for the first time; only its own id is remembered. */
    boolean firstTime(String erasure, Instant at) {
        return store.putIfAbsent(ERASED + erasure, at.toEpochMilli()) == null;
    }

    /** The version of the model by which all customers have been looked at; 0 where there was none but the given. */
    long swept() {
        return Optional.ofNullable(store.get(SWEPT)).orElse(0L);
    }

    /** The basis on which all profiles were folded; 0 where that was never noted. */
    long folded() {
        return Optional.ofNullable(store.get(FOLDED)).orElse(0L);
    }

    void sweptFor(long version, long basis) {
        store.put(SWEPT, version);
        store.put(FOLDED, basis);
    }

    void passed(Tick tick) {
        store.put(tick(tick.run()), tick.time().toEpochMilli());
    }

    /** The latest instant seen, to the millisecond. */
    Instant now() {
        return Optional.ofNullable(store.get(NOW)).map(Instant::ofEpochMilli).orElse(Instant.EPOCH);
    }

    /** Moves the partition's time on; never back. */
    void reach(Instant instant) {
        if (instant.isAfter(now())) {
            store.put(NOW, instant.toEpochMilli());
        }
    }
}
