package io.vigie.local;

import io.vigie.events.retention.CaseClosed;
import io.vigie.events.retention.CaseOpened;
import io.vigie.events.retention.NoActionDecided;
import io.vigie.events.retention.TaskAssigned;
import io.vigie.events.retention.TaskCancelled;
import io.vigie.events.retention.TaskCompleted;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * All that the orchestrators published, each event once.
 *
 * @param byCustomer ids in the order in which they first came
 * @param told by what they tell, the cases, tasks and decisions that they tell of
 */
record Published(Map<String, List<String>> byCustomer, Map<Class<?>, Set<String>> told) {
    private static final Duration WAIT = Duration.ofSeconds(1);

    static Published on(String kafka, String topic) {
        Published published = new Published(new TreeMap<>(), new HashMap<>());
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                    .mapToObj(number -> new TopicPartition(topic, number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Set<String> known = new HashSet<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(WAIT).forEach(record -> {
                    Event<?> event = EventCodec.read(record);
                    if (known.add(event.id())) {
                        published.take(event);
                    }
                });
            }
        }
        return published;
    }

    Set<String> ofWhat(Class<?> kind) {
        return told.getOrDefault(kind, Set.of());
    }

    private void take(Event<?> event) {
        byCustomer.computeIfAbsent(event.subject(), _ -> new ArrayList<>()).add(event.id());
        String about =
                switch (event.data()) {
                    case CaseOpened one -> one.caseId();
                    case CaseClosed one -> one.caseId();
                    case TaskAssigned one -> one.taskId();
                    case TaskCompleted one -> one.taskId();
                    case TaskCancelled one -> one.taskId();
                    case NoActionDecided _ -> event.id();
                    default -> event.type();
                };
        told.computeIfAbsent(event.data().getClass(), _ -> new TreeSet<>()).add(about);
    }
}
