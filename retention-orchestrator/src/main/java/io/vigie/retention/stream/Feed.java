package io.vigie.retention.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.customer.CustomerKey;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.MalformedEvent;
import io.vigie.events.wire.Tick;
import io.vigie.retention.casework.Assessment;
import io.vigie.retention.store.Arrival;
import io.vigie.retention.store.ContactCards;
import io.vigie.retention.store.CustomerKeys;
import io.vigie.retention.store.OneByOne;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what Kafka brings, a batch in one transaction; offsets follow, so a crash in between brings it again. */
@ApplicationScoped
class Feed {
    private final OneByOne oneByOne;
    private final ContactCards cards;
    private final CustomerKeys keys;
    private final Patience patience;
    private final MeterRegistry metrics;

    Feed(OneByOne oneByOne, ContactCards cards, CustomerKeys keys, Patience patience, MeterRegistry metrics) {
        this.oneByOne = oneByOne;
        this.cards = cards;
        this.keys = keys;
        this.patience = patience;
        this.metrics = metrics;
    }

    @Incoming("risk")
    @Blocking
    void risks(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        List<Arrival> arrivals = inOrder(records).stream().map(Feed::arrival).toList();
        int unreadable = patience.until(() -> oneByOne.take(arrivals));
        metrics.counter("vigie.retention.risks").increment(arrivals.size());
        metrics.counter("vigie.retention.unreadable").increment(unreadable);
    }

    @Incoming("customers")
    @Blocking
    void customers(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        CardBatch batch = new CardBatch();
        for (ConsumerRecord<String, byte[]> record : inOrder(records)) {
            try {
                batch.add(EventCodec.read(record), origin(record));
            } catch (MalformedEvent e) {
                batch.addUnreadable(origin(record), String.valueOf(e.getMessage()));
            }
        }
        int unreadable = patience.until(() -> batch.keep(cards, oneByOne));
        metrics.counter("vigie.retention.unreadable").increment(unreadable);
    }

    @Incoming("keys")
    @Blocking
    void keys(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        List<Told> told = new ArrayList<>();
        List<Arrival> unreadable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : inOrder(records)) {
            try {
                told.add(new Told(key(record), origin(record)));
            } catch (MalformedEvent e) {
                unreadable.add(new Arrival.Unreadable(origin(record), String.valueOf(e.getMessage())));
            }
        }
        int aside = patience.until(() -> oneByOne.take(told, this::keep, Told::origin) + oneByOne.take(unreadable));
        metrics.counter("vigie.retention.unreadable").increment(aside);
    }

    private int keep(List<Told> some) {
        keys.take(some.stream().map(Told::key).toList());
        return 0;
    }

    private record Told(CustomerKeys.KeyTold key, Arrival.Origin origin) {}

    /** When it was told is when the broker took it: a key has no time of its own. */
    private static CustomerKeys.KeyTold key(ConsumerRecord<String, byte[]> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        if (record.value() == null) {
            return new CustomerKeys.KeyTold(record.key(), Optional.empty(), at);
        }
        Event<?> event = EventCodec.read(record);
        if (event.data() instanceof CustomerKey key) {
            return new CustomerKeys.KeyTold(event.subject(), Optional.of(key), at);
        }
        throw new MalformedEvent("no customer's key: " + event.type());
    }

    private static Arrival arrival(ConsumerRecord<String, byte[]> record) {
        Arrival.Origin origin = origin(record);
        try {
            Event<?> event = EventCodec.read(record);
            return switch (event.data()) {
                case RiskAssessed risk ->
                    new Arrival.Risk(origin, new Assessment(event.id(), event.receivedAt(), risk));
                case CustomerErased erased -> new Arrival.Erased(origin, event.id(), event.subject(), erased.at());
                case Tick tick -> new Arrival.TickPassed(origin, tick);
                default -> new Arrival.Unreadable(origin, "no risk: " + event.type());
            };
        } catch (MalformedEvent e) {
            return new Arrival.Unreadable(origin, String.valueOf(e.getMessage()));
        }
    }

    private static Arrival.Origin origin(ConsumerRecord<String, byte[]> record) {
        return new Arrival.Origin(
                record.topic(),
                record.partition(),
                record.offset(),
                Optional.ofNullable(record.key()),
                Optional.ofNullable(record.value()).map(ByteBuffer::wrap));
    }

    private static List<ConsumerRecord<String, byte[]>> inOrder(ConsumerRecords<String, byte[]> records) {
        return StreamSupport.stream(records.spliterator(), false).toList();
    }
}
