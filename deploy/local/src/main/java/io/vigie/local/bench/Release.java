package io.vigie.local.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts records on a topic so that none is seen before all are there: making them is not what is measured. */
final class Release implements AutoCloseable {
    private static final int TEN_MINUTES_MS = 600_000;

    private final KafkaProducer<String, byte[]> producer;
    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();

    /**
     * @param name told to the broker, so that what a dead one began is given up
     */
    Release(String kafka, String name) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        name + "-bench",
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

    /** Sends so many, still unseen. */
    void prepare(LongFunction<ProducerRecord<String, byte[]>> records, long from, long count) {
        producer.beginTransaction();
        for (long number = from; number < from + count; number++) {
            var unused = producer.send(records.apply(number), (sent, failure) -> {
                if (failure == null) {
                    ends.merge(new TopicPartition(sent.topic(), sent.partition()), sent.offset() + 1, Math::max);
                }
            });
        }
        producer.flush();
    }

    /** Shows them. */
    void now() {
        producer.commitTransaction();
    }

    /** Where each partition's records end. */
    Map<TopicPartition, Long> ends() {
        return Map.copyOf(ends);
    }

    @Override
    public void close() {
        producer.close();
    }
}
