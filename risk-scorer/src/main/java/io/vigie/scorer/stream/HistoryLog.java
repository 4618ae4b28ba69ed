package io.vigie.scorer.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.TaskCompleted;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.MalformedEvent;
import io.vigie.events.wire.Topic;
import io.vigie.scorer.learning.history.Gathering;
import io.vigie.scorer.learning.training.Progress;
import io.vigie.scorer.profile.Entry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the signal history, and whom we contacted, once up to where they end now: a partition at a time, by customer. */
public final class HistoryLog {
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final int THOUSAND = 1_000;

    private final String brokers;
    private final String prefix;
    private final Path folder;

    /** @param folder for what does not fit into memory */
    public HistoryLog(String brokers, String prefix, Path folder) {
        this.brokers = brokers;
        this.prefix = prefix;
        this.folder = folder;
    }

    /** Both topics are keyed by customer, so that a customer's contacts stand in the partition of their signals. */
    public void readInto(Gathering gathering, Progress progress) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed", "max.poll.records", 5_000);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = java.util.stream.IntStream.range(0, Topic.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(Topic.SIGNALS.under(prefix), partition))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            long records = ends.values().stream().mapToLong(Long::longValue).sum();
            Runnable step = progress.begin("reading", (int) (records / THOUSAND) + 1);
            long[] read = new long[1];
            for (TopicPartition one : all) {
                try (Spill spill = new Spill(folder, ends.getOrDefault(one, 0L))) {
                    read(consumer, one, record -> {
                        signal(spill, record);
                        if (++read[0] % THOUSAND == 0) {
                            step.run();
                        }
                    });
                    TopicPartition retention = new TopicPartition(Topic.RETENTION.under(prefix), one.partition());
                    read(consumer, retention, record -> contact(spill, record));
                    spill.forEach((customer, known) -> gathering.take(customer, known.entries(), known.contacts()));
                }
            }
            step.run();
        }
    }

    private static void read(
            KafkaConsumer<String, byte[]> consumer,
            TopicPartition one,
            Consumer<ConsumerRecord<String, byte[]>> taker) {
        consumer.assign(List.of(one));
        consumer.seekToBeginning(List.of(one));
        long end = consumer.endOffsets(List.of(one)).getOrDefault(one, 0L);
        while (consumer.position(one) < end) {
            consumer.poll(WAIT).forEach(taker);
        }
    }

    private static void signal(Spill spill, ConsumerRecord<String, byte[]> record) {
        try {
            Event<?> event = EventCodec.read(record);
            switch (event.data()) {
                case Customer known ->
                    spill.entry(
                            new Entry.Known(known.withoutPersonal(), event.source(), event.id(), event.receivedAt()),
                            record.value());
                case CustomerErased _ -> spill.erased(event.subject());
                case JsonNode _ -> spill.entry(new Entry.Happened(EventCodec.signal(event)), record.value());
                default -> {}
            }
        } catch (MalformedEvent refusedWhenItWasScored) {
            // the watch has put it among the refused with its reason; here it has nothing to say
            return;
        }
    }

    private static void contact(Spill spill, ConsumerRecord<String, byte[]> record) {
        try {
            Event<?> event = EventCodec.read(record);
            if (event.data() instanceof TaskCompleted done && done.outcome() != Outcome.NOT_REACHED) {
                spill.contact(event.subject(), done.at());
            }
        } catch (MalformedEvent nothingOfOurs) {
            // whoever wrote it hears of it elsewhere; it tells of no contact
            return;
        }
    }
}
