package io.vigie.ingest.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** What one request has given to the broker, of which nothing is safe until all of it is acknowledged. */
final class InFlight {
    private static final int MOST = 20_000;

    private final Producer<String, byte[]> producer;
    private final Duration patience;
    private final Outage outage;
    private final Callback answered = this::answered;
    private final Semaphore room = new Semaphore(MOST);
    private final AtomicReference<Optional<Exception>> failure = new AtomicReference<>(Optional.empty());

    InFlight(Producer<String, byte[]> producer, Duration patience, Outage outage) {
        this.producer = producer;
        this.patience = patience;
        this.outage = outage;
    }

    /**
     * @throws NotAcknowledged when the broker does not take what was sent before
     */
    void send(ProducerRecord<String, byte[]> record) {
        failIfRefused();
        acquire(1);
        var unused = producer.send(record, answered);
    }

    private void answered(RecordMetadata where, @Nullable Exception failed) {
        if (failed != null) {
            failure.compareAndSet(Optional.empty(), Optional.of(failed));
        }
        room.release();
    }

    /**
     * Returns when all of it is acknowledged.
     *
     * @throws NotAcknowledged when it is not in time
     * @throws TooLargeToSend when the broker would never take it
     */
    void await() {
        acquire(MOST);
        room.release(MOST);
        failIfRefused();
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
            if (e instanceof RecordTooLargeException) {
                throw new TooLargeToSend(e);
            }
            if (e instanceof RetriableException) {
                outage.begins();
            }
            throw new NotAcknowledged("the broker did not take it: " + e.getMessage(), e);
        });
    }
}
