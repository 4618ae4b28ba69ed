package io.vigie.retention.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.vigie.events.customer.Customer;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.MalformedEvent;
import io.vigie.events.wire.Tick;
import io.vigie.retention.casework.Assessment;
import io.vigie.retention.store.Arrival;
import io.vigie.retention.store.ContactCards;
import io.vigie.retention.store.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
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
    private final Ledger ledger;
    private final ContactCards cards;
    private final Patience patience;
    private final MeterRegistry metrics;

    Feed(Ledger ledger, ContactCards cards, Patience patience, MeterRegistry metrics) {
        this.ledger = ledger;
        this.cards = cards;
        this.patience = patience;
        this.metrics = metrics;
    }

    @Incoming("risk")
    @Blocking
    void risks(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        List<Arrival> arrivals = inOrder(records).stream().map(Feed::arrival).toList();
        int unreadable = patience.until(() -> ledger.take(arrivals));
        metrics.counter("vigie.retention.risks").increment(arrivals.size());
        metrics.counter("vigie.retention.unreadable").increment(unreadable);
    }

    @Incoming("customers")
    @Blocking
    void customers(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        List<Customer> customers = new ArrayList<>();
        List<Arrival> unreadable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : inOrder(records)) {
            try {
                if (EventCodec.read(record).data() instanceof Customer customer) {
                    customers.add(customer);
                } else {
                    unreadable.add(new Arrival.Unreadable(origin(record), "no customer record"));
                }
            } catch (MalformedEvent e) {
                unreadable.add(new Arrival.Unreadable(origin(record), String.valueOf(e.getMessage())));
            }
        }
        patience.until(() -> {
            cards.keep(customers);
            return ledger.take(unreadable);
        });
        metrics.counter("vigie.retention.unreadable").increment(unreadable.size());
    }

    private static Arrival arrival(ConsumerRecord<String, byte[]> record) {
        Arrival.Origin origin = origin(record);
        try {
            Event<?> event = EventCodec.read(record);
            return switch (event.data()) {
                case RiskAssessed risk ->
                    new Arrival.Risk(origin, new Assessment(event.id(), event.receivedAt(), risk));
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
