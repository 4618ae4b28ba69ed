package io.vigie.scorer.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.EventType;
import io.vigie.events.wire.MalformedEvent;
import io.vigie.events.wire.Topic;
import io.vigie.scorer.model.OrderBook;
import io.vigie.scorer.profile.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the signal history once up to where it ends now, partition by partition, into an order book. */
final class OrderLog {
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final String TYPE = "ce_type";

    private final String brokers;
    private final String topic;

    OrderLog(String brokers, String prefix) {
        this.brokers = brokers;
        this.topic = Topic.SIGNALS.under(prefix);
    }

    /** @param progress is told how many records have been read so far */
    void readInto(OrderBook book, LongConsumer progress) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed", "max.poll.records", 5_000);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            long read = 0;
            for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                TopicPartition one = new TopicPartition(topic, partition);
                consumer.assign(List.of(one));
                consumer.seekToBeginning(List.of(one));
                long end = consumer.endOffsets(List.of(one)).get(one);
                while (consumer.position(one) < end) {
                    for (ConsumerRecord<String, byte[]> record : consumer.poll(WAIT)) {
                        take(book, record);
                        read++;
                    }
                    progress.accept(read);
                }
                book.close();
            }
        }
    }

    private static void take(OrderBook book, ConsumerRecord<String, byte[]> record) {
        String type = type(record);
        boolean own = type.equals(EventType.CUSTOMER.name()) || type.equals(EventType.CUSTOMER_ERASED.name());
        if (!own && !book.concerns(type)) {
            return;
        }
        try {
            Event<?> event = EventCodec.read(record);
            switch (event.data()) {
                case Customer known ->
                    book.take(new Entry.Known(known, event.source(), event.id(), event.receivedAt()));
                case CustomerErased _ -> book.erase(event.subject());
                case JsonNode _ -> book.take(new Entry.Happened(EventCodec.signal(event)));
                default -> {}
            }
        } catch (MalformedEvent refusedWhenItWasScored) {
            // the watch has put it among the refused with its reason; here it has nothing to say
            return;
        }
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        return Optional.ofNullable(record.headers().lastHeader(TYPE))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }
}
