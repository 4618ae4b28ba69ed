package io.vigie.local.bench;

import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Topic;
import io.vigie.events.wire.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The least that any program must do to publish the same records with the settings of signal-ingest's producer: they are
 * made beforehand, only sending counts.
 */
final class BareProducer implements Turns.Work, AutoCloseable {
    private static final int DIFFERENT_RECORDS = 20_000;

    private final KafkaProducer<String, byte[]> producer;
    private final List<ProducerRecord<String, byte[]>> records;

    BareProducer(String bootstrapServers, String prefix) {
        Quiet.clients();
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        10,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        64 << 10),
                new StringSerializer(),
                new ByteArraySerializer());
        String own = topic(bootstrapServers, prefix + "-bare");
        this.records = IntStream.range(0, DIFFERENT_RECORDS)
                .mapToObj(BenchEvents::signal)
                .map(signal -> EventCodec.record(own, signal))
                .toList();
    }

    /** One like that of the signals, which nobody reads: what reading costs is no part of publishing. */
    private static String topic(String bootstrapServers, String prefix) {
        try {
            Topics.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), prefix, (short) 1);
            return Topic.SIGNALS.under(prefix);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the bench is stopped", stopped);
        }
    }

    @Override
    public long during(Duration time) {
        long start = System.nanoTime();
        LongAdder acknowledged = new LongAdder();
        for (int number = 0; System.nanoTime() - start < time.toNanos(); number = (number + 1) % records.size()) {
            var unused = producer.send(records.get(number), (_, failure) -> {
                if (failure == null) {
                    acknowledged.increment();
                }
            });
        }
        producer.flush();
        return acknowledged.sum();
    }

    @Override
    public void close() {
        producer.close();
    }
}
