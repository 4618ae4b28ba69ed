package io.vigie.ingest.stream;

import io.vigie.events.customer.Customer;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.customer.CustomerKey;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Ids;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Tick;
import io.vigie.events.wire.Topic;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.store.CustomerFile;
import io.vigie.ingest.stream.Preparation.Ready;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What one request hands to the broker: sent at once, unless something about customers must be asked for first; promised
 * only when {@link #await} returns. One thread at a time sends.
 */
public final class Delivery {
    private static final String OURSELVES = "/signal-ingest";
    private static final int AT_ONCE = 500;

    private final InFlight inFlight;
    private final Map<Topic, String> topics;
    private final Outage outage;
    private final Preparation preparation;
    private final List<Outgoing> waiting = new ArrayList<>();

    Delivery(InFlight inFlight, Map<Topic, String> topics, Outage outage, Preparation preparation) {
        this.inFlight = inFlight;
        this.topics = topics;
        this.outage = outage;
        this.preparation = preparation;
    }

    /**
     * @param receivedAt the wall clock at its intake
     * @throws NotAcknowledged when the broker does not take what was sent before
     */
    public void send(Signal signal, Instant receivedAt) {
        send(new Outgoing.Plain(
                Topic.SIGNALS,
                EventCodec.event(signal).receivedAt(Optional.of(receivedAt)),
                preparation.inSignal(signal.type(), signal.attributes())));
    }

    /** A customer record, told with the customer's wishes. */
    public void send(Customer customer, String source) {
        send(new Outgoing.Master(customer, source));
    }

    /**
     * What could not be taken; of who is erased nothing is kept but that it came.
     *
     * @param key the customer's id, or the source where no customer is known
     */
    public void send(Refused refused, String key) {
        if (refused.reason().equals(Reason.CUSTOMER_ERASED.word())) {
            tell(refused.withoutRaw(), refused.source());
        } else {
            tell(refused, key);
        }
    }

    private void tell(Refused refused, String key) {
        UUID raw = UUID.nameUUIDFromBytes(refused.rawBase64().getBytes(StandardCharsets.US_ASCII));
        UUID id = Ids.derived(
                key + "\n" + refused.source() + "\n" + refused.line().orElse(0L) + "\n" + refused.reason() + "\n" + raw,
                "refused");
        send(Outgoing.open(
                Topic.SIGNALS_REFUSED,
                Event.of(
                        id.toString(),
                        OURSELVES,
                        key,
                        refused.receivedAt(),
                        preparation.seal().apply(refused))));
    }

    /**
     * What customers wish, told with all that is known of them; returns when the broker has it.
     *
     * @param filing files it, and answers what to tell of each
     */
    public void wish(Set<String> customers, Supplier<List<CustomerFile.Telling>> filing) {
        flush();
        preparation
                .customers()
                .wish(
                        customers,
                        filing,
                        tellings -> safely(tellings.stream()
                                .flatMap(telling -> Preparation.ready(telling).stream())
                                .toList()));
        await();
    }

    /** That a customer is erased, in each topic that this service writes; their key goes first. */
    public void sendErased(String customer, Event<CustomerErased> erased) {
        inFlight.send(new ProducerRecord<>(topics.get(Topic.KEYS), customer, null));
        send(Outgoing.open(Topic.SIGNALS, erased));
        send(Outgoing.open(Topic.CUSTOMERS, erased));
    }

    /** A tick into every partition of the signals. */
    public void sendTicks(String run, Instant time) {
        flush();
        for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
            inFlight.send(EventCodec.record(topics.get(Topic.SIGNALS), OURSELVES, new Tick(run, partition, time)));
        }
    }

    /**
     * Returns when the broker has everything that was sent, on all its in-sync replicas.
     *
     * @throws NotAcknowledged when it does not say so in time
     */
    public void await() {
        flush();
        inFlight.await();
        outage.ends();
    }

    /** At once if all that it needs is at hand; otherwise with those after it, so that each keeps its place. */
    private void send(Outgoing outgoing) {
        Optional<Ready> ready = waiting.isEmpty() ? preparation.atOnce(outgoing) : Optional.empty();
        if (ready.isPresent()) {
            publish(ready.get());
            return;
        }
        waiting.add(outgoing);
        if (waiting.size() >= AT_ONCE) {
            flush();
        }
    }

    /** What the database gives is asked for all that waits at once; new keys are safe before what they encipher. */
    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Outgoing> all = List.copyOf(waiting);
        waiting.clear();
        preparation.prepare(all, this::tellKeys, ready -> ready.forEach(this::publish), this::safely);
    }

    private void tellKeys(Map<String, CustomerKey> keys) {
        keys.forEach(this::publish);
        inFlight.await();
    }

    private void safely(List<Ready> ready) {
        ready.forEach(this::publish);
        inFlight.await();
    }

    private void publish(String customer, CustomerKey key) {
        UUID id = Ids.derived(customer + "\n" + key.wrapped(), "key");
        publish(new Ready(Topic.KEYS, Event.of(id.toString(), OURSELVES, customer, Instant.EPOCH, key)));
    }

    private void publish(Ready ready) {
        inFlight.send(EventCodec.record(topics.get(ready.topic()), ready.event()));
    }
}
