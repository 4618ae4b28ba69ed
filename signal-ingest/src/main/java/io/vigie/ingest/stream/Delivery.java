package io.vigie.ingest.stream;

import io.vigie.events.customer.Customer;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Ids;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Tick;
import io.vigie.events.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;

/** What one request hands to the broker: sent at once, promised only when {@link #await} returns. */
public final class Delivery {
    private static final String OURSELVES = "/signal-ingest";
    private static final int MOST_IN_FLIGHT = 20_000;

    private final Producer<String, byte[]> producer;
    private final String prefix;
    private final Duration patience;
    private final Outage outage;
    private final Semaphore room = new Semaphore(MOST_IN_FLIGHT);
    private final AtomicReference<Optional<Exception>> failure = new AtomicReference<>(Optional.empty());

    Delivery(Producer<String, byte[]> producer, String prefix, Duration patience, Outage outage) {
        this.producer = producer;
        this.prefix = prefix;
        this.patience = patience;
        this.outage = outage;
    }

    /**
     * @param receivedAt the wall clock at its intake
     * @throws NotAcknowledged when the broker does not take what was sent before
     */
    public void send(Signal signal, Instant receivedAt) {
        Event<?> event = EventCodec.event(signal).receivedAt(Optional.of(receivedAt));
        send(EventCodec.record(Topic.SIGNALS.under(prefix), event));
    }

    /**
     * A customer record; its id follows from the customer and the record's time. The whole of it goes to who makes
     * contact; without what is personal it also takes its place among the customer's signals, so that whoever reads
     * them knows the customer as they were at the time, in the same order again in every replay.
     */
    public void send(Customer customer, String source) {
        UUID id = Ids.derived(customer.id() + "\n" + customer.time(), "customer");
        send(EventCodec.record(
                Topic.CUSTOMERS.under(prefix),
                Event.of(id.toString(), source, customer.id(), customer.time(), customer)));
        send(EventCodec.record(
                Topic.SIGNALS.under(prefix),
                Event.of(id.toString(), source, customer.id(), customer.time(), customer.withoutPersonal())));
    }

    /**
     * What could not be taken.
     *
     * @param key the customer's id, or the source where no customer is known
     */
    public void send(Refused refused, String key) {
        UUID raw = UUID.nameUUIDFromBytes(refused.rawBase64().getBytes(StandardCharsets.US_ASCII));
        UUID id = Ids.derived(
                key + "\n" + refused.source() + "\n" + refused.line().orElse(0L) + "\n" + refused.reason() + "\n" + raw,
                "refused");
        send(EventCodec.record(
                Topic.SIGNALS_REFUSED.under(prefix),
                Event.of(id.toString(), OURSELVES, key, refused.receivedAt(), refused)));
    }

    /** A tick into every partition of the signals. */
    public void sendTicks(String run, Instant time) {
        for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
            send(EventCodec.record(Topic.SIGNALS.under(prefix), OURSELVES, new Tick(run, partition, time)));
        }
    }

    /**
     * Returns when the broker has everything that was sent, on all its in-sync replicas.
     *
     * @throws NotAcknowledged when it does not say so in time
     */
    public void await() {
        acquire(MOST_IN_FLIGHT);
        room.release(MOST_IN_FLIGHT);
        failIfRefused();
        outage.ends();
    }

    private void send(ProducerRecord<String, byte[]> record) {
        failIfRefused();
        acquire(1);
        var unused = producer.send(record, (_, e) -> {
            if (e != null) {
                failure.compareAndSet(Optional.empty(), Optional.of(e));
            }
            room.release();
        });
    }

    private void acquire(int permits) {
        try {
            if (!room.tryAcquire(permits, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                outage.begins();
                throw new NotAcknowledged("the broker has not acknowledged within " + patience, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledged("the service is stopping", e);
        }
    }

    private void failIfRefused() {
        failure.get().ifPresent(e -> {
            if (e instanceof RetriableException) {
                outage.begins();
            }
            throw new NotAcknowledged("the broker did not take it: " + e.getMessage(), e);
        });
    }
}
