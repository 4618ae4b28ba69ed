package io.vigie.local.bench;

import java.time.Duration;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One of those who are measured by turns: has records put before it, and is done once all of them are committed. */
final class Contestant implements AutoCloseable {
    private final Release release;
    private final LongFunction<ProducerRecord<String, byte[]>> records;
    private final Committed committed;
    private final String group;
    private long next;

    /**
     * @param name told to the broker
     * @param group in which it reads
     * @param records by number
     */
    Contestant(
            String kafka,
            String name,
            String group,
            LongFunction<ProducerRecord<String, byte[]>> records,
            Committed committed) {
        this.release = new Release(kafka, name);
        this.group = group;
        this.records = records;
        this.committed = committed;
    }

    Turn turn(long count, Supplier<Duration> processorTime) {
        release.prepare(records, next, count);
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
