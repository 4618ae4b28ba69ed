package io.vigie.ingest.stream;

import io.vigie.events.customer.CustomerErased;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.MalformedEvent;
import io.vigie.events.wire.Topic;
import io.vigie.ingest.IngestSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what a topic tells of one customer: their partition, as far as it reaches at the start. */
@ApplicationScoped
public class CustomerEvents {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Broker broker;
    private final IngestSettings settings;
    private final Erasures erasures;

    CustomerEvents(Broker broker, IngestSettings settings, Erasures erasures) {
        this.broker = broker;
        this.settings = settings;
        this.erasures = erasures;
    }

    /**
     * Hands over each event about a customer, in order; of one who was erased only what came afterwards.
     *
     * @throws NotAcknowledged when the broker does not answer
     */
    public void each(String customer, Topic topic, Consumer<Event<?>> to) {
        Optional<Instant> erased = erasures.of(customer);
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            TopicPartition partition = new TopicPartition(topic.under(settings.prefix()), partition(customer));
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            boolean began = erased.isEmpty();
            long patience = System.nanoTime() + settings.ackTimeout().toNanos();
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL).records(partition)) {
                    patience = System.nanoTime() + settings.ackTimeout().toNanos();
                    if (record.offset() < end && customer.equals(record.key())) {
                        Optional<Event<?>> event = read(record);
                        if (began) {
                            event.ifPresent(to);
                        }
                        began |= event.filter(told -> endsThePast(told, erased)).isPresent();
                    }
                }
                if (System.nanoTime() > patience) {
                    throw new NotAcknowledged("the broker is silent", null);
                }
            }
        } catch (TimeoutException e) {
            throw new NotAcknowledged("the broker is silent", e);
        }
    }

    private static boolean endsThePast(Event<?> event, Optional<Instant> erased) {
        return event.data() instanceof CustomerErased(Instant at)
                && erased.filter(last -> !at.isBefore(last)).isPresent();
    }

    private static Optional<Event<?>> read(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(EventCodec.read(record));
        } catch (MalformedEvent e) {
            return Optional.empty();
        }
    }

    private static int partition(String customer) {
        return BuiltInPartitioner.partitionForKey(customer.getBytes(StandardCharsets.UTF_8), Topic.PARTITIONS);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> all = new HashMap<>(broker.settings());
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int)
                settings.ackTimeout().toMillis());
        return new KafkaConsumer<>(all, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
