package io.vigie.local.bench;

import io.vigie.events.signal.Signal;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Topic;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts signals on a topic so that none is seen before all are there: making them is not what is measured. */
final class Release implements AutoCloseable {
    private static final int TEN_MINUTES_MS = 600_000;

    private final String topic;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();

    Release(String kafka, String prefix) {
        this.topic = Topic.SIGNALS.under(prefix);
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        prefix + "-bench",
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        TEN_MINUTES_MS,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        10,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        64 << 10),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Sends so many signals, still unseen. */
    void prepare(LongFunction<Signal> signals, long from, long count) {
        producer.beginTransaction();
        for (long number = from; number < from + count; number++) {
            var unused = producer.send(EventCodec.record(topic, signals.apply(number)), (sent, failure) -> {
                if (failure == null) {
                    ends.merge(new TopicPartition(topic, sent.partition()), sent.offset() + 1, Math::max);
                }
            });
        }
        producer.flush();
    }

    /** Shows them. */
    void now() {
        producer.commitTransaction();
    }

    /** Where each partition's signals end. */
    Map<TopicPartition, Long> ends() {
        return Map.copyOf(ends);
    }

    @Override
    public void close() {
        producer.close();
    }
}
