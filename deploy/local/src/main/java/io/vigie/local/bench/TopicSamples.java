package io.vigie.local.bench;

import io.vigie.events.EventJson;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Topic;
import io.vigie.local.bench.Written.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The latest events of a topic as the rows of an outbox that they were before they were published.
 *
 * @param count how many at most
 */
record TopicSamples(String kafka, String topic, int count) {
    private static final Duration WAIT = Duration.ofSeconds(1);

    List<Sample> latest() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                    .mapToObj(number -> new TopicPartition(topic, number))
                    .toList();
            consumer.assign(partitions);
            long ended = 0;
            for (Map.Entry<TopicPartition, Long> end :
                    consumer.endOffsets(partitions).entrySet()) {
                long from = Math.max(0, end.getValue() - count / Topic.PARTITIONS);
                consumer.seek(end.getKey(), from);
                ended += end.getValue() - from;
            }
            List<Sample> samples = new ArrayList<>();
            while (samples.size() < ended) {
                consumer.poll(WAIT).forEach(record -> samples.add(sample(record)));
            }
            return samples;
        }
    }

    private static Sample sample(ConsumerRecord<String, byte[]> record) {
        Event<?> event = EventCodec.read(record);
        Map<String, String> values = new HashMap<>(Map.of(
                "event_id",
                event.id(),
                "type",
                event.type(),
                "subject",
                event.subject(),
                "time",
                event.time().toString(),
                "data",
                EventJson.mapper().valueToTree(event.data()).toString()));
        event.causedBy().ifPresent(cause -> values.put("caused_by", cause));
        event.receivedAt().map(Instant::toString).ifPresent(at -> values.put("received_at", at));
        return new Sample(values);
    }
}
