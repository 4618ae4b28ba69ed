package io.vigie.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/**
 * Reads a topic's committed records from the beginning, as any later reader will find them.
 *
 * @param patience how long what is expected may take to come
 */
public record TopicReader(String bootstrapServers, Duration patience) {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);

    public static TopicReader on(KafkaBackend kafka) {
        return new TopicReader(kafka.bootstrapServers(), USUAL_PATIENCE);
    }

    public TopicReader within(Duration patience) {
        return new TopicReader(bootstrapServers, patience);
    }

    /** Reads until there are at least that many records; fails as {@link #readUntil} does. */
    public List<ConsumerRecord<String, byte[]>> read(String topic, int count) {
        return readUntil(topic, records -> records.size() >= count);
    }

    /**
     * Reads until what was read is enough; records of one partition are in their order.
     *
     * @throws AssertionError telling what was there, when it was not enough in time
     */
    public List<ConsumerRecord<String, byte[]>> readUntil(
            String topic, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = fromTheBeginningOf(topic)) {
            long end = System.nanoTime() + patience.toNanos();
            while (!enough.test(Collections.unmodifiableList(records))) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("%s held %d records after %s, which were not enough; their keys: %s"
                            .formatted(topic, records.size(), patience, keys(records)));
                }
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return List.copyOf(records);
    }

    /** Reads what is committed by now, without waiting for more. */
    public List<ConsumerRecord<String, byte[]>> readAll(String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = fromTheBeginningOf(topic)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return List.copyOf(records);
    }

    /** The topic for as long as the process lives. */
    public FollowedTopic follow(String topic) {
        return new FollowedTopic(fromTheBeginningOf(topic));
    }

    private KafkaConsumer<String, byte[]> fromTheBeginningOf(String topic) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        Collection<TopicPartition> partitions = Awaitility.await("the topic " + topic)
                .atMost(patience)
                .pollInSameThread()
                .until(() -> partitionsOf(topic, consumer), found -> !found.isEmpty());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static List<TopicPartition> partitionsOf(String topic, KafkaConsumer<String, byte[]> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static List<String> keys(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().map(record -> String.valueOf(record.key())).toList();
    }
}
