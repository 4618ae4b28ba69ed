package io.vigie.local.bench;

import io.vigie.events.wire.Topic;
import io.vigie.local.bench.reference.Script;
import io.vigie.local.bench.reference.Script.Writes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads in the changelogs what the scorer wrote since the last look, so that the reference writes neither more nor less. */
final class Traffic implements AutoCloseable {
    static final List<String> STORES = List.of("standings", "timeline", "seen", "reviews", "ranking");
    /** A quarter of the partitions tells as much as all. */
    private static final int PARTITIONS = Topic.PARTITIONS / 4;

    private static final int SAMPLES = 400;
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String application;
    private final String signals;
    private final String risk;
    private final Map<TopicPartition, Long> read = new HashMap<>();

    Traffic(String kafka, String prefix, String application) {
        this.application = application;
        this.signals = Topic.SIGNALS.under(prefix);
        this.risk = Topic.RISK.under(prefix);
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed", "max.poll.records", 5_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** What was written for each signal since the last look. */
    Script since() {
        double count = sum(signals).puts;
        Map<String, Writes> stores = new HashMap<>();
        for (String store : STORES) {
            stores.put(store, sum(application + "-" + store + "-changelog").writes(count));
        }
        return new Script(stores, sum(risk).writes(count));
    }

    private Sum sum(String topic) {
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        partitions.forEach(one -> consumer.seek(one, read.getOrDefault(one, 0L)));
        Sum sum = new Sum();
        while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
            consumer.poll(WAIT).forEach(sum::add);
        }
        partitions.forEach(one -> read.put(one, consumer.position(one)));
        return sum;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static final class Sum {
        private double puts;
        private double deletes;
        private double keyBytes;
        private final List<byte[]> samples = new ArrayList<>();

        void add(ConsumerRecord<byte[], byte[]> record) {
            keyBytes += record.key() == null ? 0 : record.key().length;
            if (record.value() == null) {
                deletes++;
                return;
            }
            puts++;
            if (samples.size() < SAMPLES) {
                samples.add(whole(record));
            }
        }

        /** Headers lie in the log as the value does. */
        private static byte[] whole(ConsumerRecord<byte[], byte[]> record) {
            byte[] headers = Stream.of(record.headers().toArray())
                    .map(header -> header.key() + new String(header.value(), StandardCharsets.UTF_8))
                    .reduce("", String::concat)
                    .getBytes(StandardCharsets.UTF_8);
            byte[] whole = Arrays.copyOf(record.value(), record.value().length + headers.length);
            System.arraycopy(headers, 0, whole, record.value().length, headers.length);
            return whole;
        }

        Writes writes(double count) {
            return new Writes(puts / count, deletes / count, keyBytes / (puts + deletes), samples);
        }
    }
}
