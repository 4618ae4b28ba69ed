package io.vigie.retention.stream;

import io.smallrye.common.annotation.Identifier;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.EventType;
import io.vigie.events.wire.MalformedEvent;
import io.vigie.events.wire.Topic;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.casework.Assessment;
import io.vigie.retention.rehearsal.PastRisks;
import io.vigie.retention.rehearsal.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the risks that were told once more, up to where they end now, beside whoever takes them in. */
@ApplicationScoped
class RiskLog implements PastRisks {
    private static final String TYPE = "ce_type";
    private static final String TIME = "ce_time";
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final int GIVE_UP_MILLIS = 20_000;
    private static final int IN_VAIN = GIVE_UP_MILLIS / 1_000;

    private final Map<String, Object> broker;
    private final String topic;

    RiskLog(@Identifier("default-kafka-broker") Map<String, Object> broker, RetentionSettings settings) {
        this.broker = broker;
        this.topic = Topic.RISK.under(settings.prefix());
    }

    /** A risk is told after the instant that it is about, so that none of the span stands before its first record. */
    @Override
    public void each(Span span, Predicate<String> whom, Listener listener) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                TopicPartition one = new TopicPartition(topic, partition);
                Optional<Long> first = Optional.ofNullable(
                                consumer.offsetsForTimes(Map.of(one, span.from().toEpochMilli()))
                                        .get(one))
                        .map(OffsetAndTimestamp::offset);
                if (first.isPresent()) {
                    consumer.assign(List.of(one));
                    consumer.seek(one, first.get());
                    read(consumer, one, span, whom, listener);
                }
                listener.over();
            }
        } catch (KafkaException e) {
            throw new Unreachable("the risks of the past cannot be read now", e);
        }
    }

    private static void read(
            KafkaConsumer<String, byte[]> consumer,
            TopicPartition one,
            Span span,
            Predicate<String> whom,
            Listener listener) {
        long end = consumer.endOffsets(List.of(one)).getOrDefault(one, 0L);
        int inVain = 0;
        while (consumer.position(one) < end) {
            long before = consumer.position(one);
            for (ConsumerRecord<String, byte[]> record : consumer.poll(WAIT)) {
                if (record.key() != null && whom.test(record.key()) && !toldBefore(span, record)) {
                    tell(record, listener);
                }
            }
            inVain = consumer.position(one) == before ? inVain + 1 : 0;
            if (inVain == IN_VAIN) {
                throw new TimeoutException("nothing came of " + one + " for " + IN_VAIN + " s");
            }
        }
    }

    /** Seen by its headers, for in a replay the past is told in one day and most of it would be read in vain. */
    private static boolean toldBefore(Span span, ConsumerRecord<String, byte[]> record) {
        try {
            return header(record, TYPE)
                            .filter(EventType.RISK_ASSESSED.name()::equals)
                            .isPresent()
                    && header(record, TIME)
                            .map(OffsetDateTime::parse)
                            .map(OffsetDateTime::toInstant)
                            .filter(span.from()::isAfter)
                            .isPresent();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static void tell(ConsumerRecord<String, byte[]> record, Listener listener) {
        try {
            Event<?> event = EventCodec.read(record);
            switch (event.data()) {
                case RiskAssessed risk -> listener.told(new Assessment(event.id(), event.receivedAt(), risk));
                case CustomerErased _ -> listener.erased(event.subject());
                default -> {}
            }
        } catch (MalformedEvent e) {
            // kept as unreadable when it was taken in; nothing was decided on it
            return;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, GIVE_UP_MILLIS);
        return settings;
    }
}
