package io.vigie.kpi.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.retention.RetentionEvent;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.MalformedEvent;
import io.vigie.events.wire.Tick;
import io.vigie.events.wire.Topic;
import io.vigie.kpi.store.Delivery;
import io.vigie.kpi.store.Delivery.Reading;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a record as the event it should be on its topic; one that is not stops nothing. */
final class Reader {
    private Reader() {}

    static Delivery read(Topic topic, ConsumerRecord<String, byte[]> record) {
        return new Delivery(
                topic,
                record.partition(),
                record.offset(),
                Optional.ofNullable(record.key()),
                Optional.ofNullable(record.value()).map(ByteBuffer::wrap),
                reading(topic, record));
    }

    private static Reading reading(Topic topic, ConsumerRecord<String, byte[]> record) {
        try {
            Event<?> event = EventCodec.read(record);
            return belongs(topic, event)
                    ? new Reading.Read(event)
                    : new Reading.Unread("no event of type " + event.type() + " is known on " + topic.word());
        } catch (MalformedEvent | IllegalArgumentException e) {
            return new Reading.Unread(String.valueOf(e.getMessage()));
        }
    }

    private static boolean belongs(Topic topic, Event<?> event) {
        return switch (topic) {
            case SIGNALS -> isOnEvery(event) || event.data() instanceof Customer || isSignal(event);
            case RISK -> isOnEvery(event) || event.data() instanceof RiskAssessed;
            case RETENTION -> isOnEvery(event) || event.data() instanceof RetentionEvent;
            case CUSTOMERS, SIGNALS_REFUSED, MODELS, KEYS -> false;
        };
    }

    private static boolean isOnEvery(Event<?> event) {
        return event.data() instanceof Tick || event.data() instanceof CustomerErased;
    }

    /** Building the signal is its own check: it throws where a source, an id or a customer is blank. */
    private static boolean isSignal(Event<?> event) {
        return event.data() instanceof JsonNode
                && !EventCodec.signal(event).type().isBlank();
    }
}
