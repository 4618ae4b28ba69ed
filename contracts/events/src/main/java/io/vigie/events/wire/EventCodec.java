package io.vigie.events.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.vigie.events.EventJson;
import io.vigie.events.signal.Signal;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Events to and from Kafka records: CloudEvents 1.0, binary mode, JSON data, keyed by customer. */
public final class EventCodec {
    static final String CAUSED_BY = "causedby";
    static final String RECEIVED_AT = "receivedat";
    private static final ObjectReader JSON = EventJson.mapper().readerFor(JsonNode.class);
    private static final Map<String, ObjectReader> READERS = EventType.ALL.stream()
            .collect(
                    Collectors.toMap(EventType::name, type -> EventJson.mapper().readerFor(type.data())));

    private EventCodec() {}

    /**
     * @throws MalformedEvent when CloudEvents cannot say it: a source that is no URI reference, text that is no Unicode
     */
    public static ProducerRecord<String, byte[]> record(String topic, Event<?> event) {
        return new ProducerRecord<>(topic, null, null, event.subject(), bytes(event.data()), EventHeaders.of(event));
    }

    public static ProducerRecord<String, byte[]> record(String topic, Signal signal) {
        return record(topic, event(signal));
    }

    /** One partition's tick has no customer: it goes where it says. */
    public static ProducerRecord<String, byte[]> record(String topic, String source, Tick tick) {
        String id = tick.run() + "/" + tick.partition();
        ProducerRecord<String, byte[]> record = record(topic, Event.of(id, source, id, tick.time(), tick));
        return new ProducerRecord<>(topic, tick.partition(), record.key(), record.value(), record.headers());
    }

    /**
     * @throws MalformedEvent when the record is no CloudEvent or its data does not fit its type
     */
    public static Event<?> read(ConsumerRecord<String, byte[]> record) {
        return read(record.key(), record.headers(), record.value());
    }

    /** The same, for who has a record in parts; an unknown type is read as plain JSON. */
    public static Event<?> read(@Nullable String key, Headers headers, byte @Nullable [] value) {
        Optional<Event<Headers>> plain = value == null ? Optional.empty() : PlainEvent.of(key, headers);
        return plain.<Event<?>>map(event -> event.carrying(data(event.type(), value)))
                .orElseGet(() -> readBySdk(key, headers, value));
    }

    private static Event<?> readBySdk(@Nullable String key, Headers headers, byte @Nullable [] value) {
        try {
            return event(key, KafkaMessageFactory.createReader(headers, value).toEvent());
        } catch (MalformedEvent e) {
            throw e;
        } catch (RuntimeException e) {
            // each header has a parser of its own, with failures of its own; one left out would stop a whole partition
            throw new MalformedEvent("not a CloudEvent in binary mode: " + e.getMessage(), e);
        }
    }

    private static Event<?> event(@Nullable String key, CloudEvent event) {
        String subject = Optional.ofNullable(event.getSubject())
                .or(() -> Optional.ofNullable(key))
                .orElseThrow(() -> new MalformedEvent("the event has neither a subject nor a key"));
        OffsetDateTime time = event.getTime();
        if (time == null || event.getData() == null) {
            throw new MalformedEvent("the event has no " + (time == null ? "time" : "data"));
        }
        return new Event<>(
                event.getId(),
                event.getSource().toString(),
                event.getType(),
                subject,
                time.toInstant(),
                Optional.ofNullable(event.getExtension(CAUSED_BY)).map(Object::toString),
                Optional.ofNullable(event.getExtension(RECEIVED_AT)).map(EventCodec::instant),
                data(event.getType(), event.getData().toBytes()));
    }

    /**
     * A signal is an event with catalogue type and free data.
     *
     * @throws MalformedEvent when it is another event, or says nothing of its customer, id or source
     */
    public static Signal signal(Event<?> event) {
        if (!(event.data() instanceof JsonNode attributes)) {
            throw new MalformedEvent(event.type() + " is no signal");
        }
        try {
            return new Signal(
                    event.source(),
                    event.id(),
                    event.type(),
                    event.subject(),
                    event.time(),
                    attributes,
                    event.receivedAt());
        } catch (IllegalArgumentException e) {
            throw new MalformedEvent(e.getMessage(), e);
        }
    }

    public static Event<JsonNode> event(Signal signal) {
        return new Event<>(
                signal.id(),
                signal.source(),
                signal.type(),
                signal.customer(),
                signal.time(),
                Optional.empty(),
                signal.receivedAt(),
                signal.attributes());
    }

    private static Object data(String type, byte[] bytes) {
        try {
            ObjectReader reader = READERS.getOrDefault(type, JSON);
            return Optional.<Object>ofNullable(reader.readValue(bytes))
                    .orElseThrow(() -> new MalformedEvent(type + " carries nothing"));
        } catch (IOException e) {
            throw new MalformedEvent("data of " + type + ": " + e.getMessage(), e);
        }
    }

    private static Instant instant(Object extension) {
        return extension instanceof OffsetDateTime at ? at.toInstant() : Instant.parse(extension.toString());
    }

    private static byte[] bytes(Object data) {
        try {
            return EventJson.mapper().writeValueAsBytes(data);
        } catch (IOException e) {
            throw new MalformedEvent("data cannot be written as JSON: " + e.getMessage(), e);
        }
    }
}
