package io.vigie.local.bench;

import java.time.Duration;
import java.util.function.Supplier;

/** One of those who are measured by turns: has signals put before it, and is done once all of them are committed. */
final class Contestant implements AutoCloseable {
    private final Release release;
    private final CompanySignals signals;
    private final Committed committed;
    private final String group;
    private long next;

    /**
     * @param prefix of its topics
     * @param group in which it reads
     */
    Contestant(String kafka, String prefix, String group, CompanySignals signals, Committed committed) {
        this.release = new Release(kafka, prefix);
        this.group = group;
        this.signals = signals;
        this.committed = committed;
    }

    Turn turn(long count, Supplier<Duration> processorTime) {
        release.prepare(signals::signal, next, count);
        next += count;
        return Turn.of(
                _ -> {
                    release.now();
                    committed.await(group, release.ends());
                    return count;
                },
                Duration.ZERO,
                processorTime);
    }

    @Override
    public void close() {
        release.close();
    }
}
