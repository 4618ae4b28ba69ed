package io.vigie.ingest.api.customers;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.wire.Event;
import io.vigie.ingest.store.DatabaseAway;
import io.vigie.ingest.store.ErasureRows;
import io.vigie.ingest.store.ErasureRows.Erasure;
import io.vigie.ingest.stream.Delivery;
import io.vigie.ingest.stream.Erasures;
import io.vigie.ingest.stream.NotAcknowledged;
import io.vigie.ingest.stream.Publisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Erases customers here, and tells everybody; whom a crash keeps it from telling, it tells soon after. */
@ApplicationScoped
class Erasing {
    private static final String OURSELVES = "/signal-ingest";

    private final ErasureRows rows;
    private final Erasures erasures;
    private final Publisher publisher;
    private final InstantSource clock;
    private final MeterRegistry meters;

    Erasing(ErasureRows rows, Erasures erasures, Publisher publisher, InstantSource clock, MeterRegistry meters) {
        this.rows = rows;
        this.erasures = erasures;
        this.publisher = publisher;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Returns when the broker has it; what comes of the customer afterwards concerns a stranger.
     *
     * @throws NotAcknowledged when the broker does not have it yet; it is told later by itself
     */
    Erasure erase(String customer, String by, ErasureRows.Why why) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Erasure erasure = rows.begin(UUID.randomUUID(), erasures.digest(customer), customer, now, by, why);
        erasures.learn(customer, now);
        tell(erasure, customer);
        meters.counter("vigie.customers.erased", "why", why.word()).increment();
        return erasure;
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellWhatWasLeft() {
        try {
            rows.unfinished().forEach(this::tellAgain);
        } catch (DatabaseAway e) {
            Log.warnf("erasures are not told yet, and are tried again soon: %s", e.getMessage());
        }
    }

    /** One that cannot be told holds up nobody else's. */
    private void tellAgain(Erasure erasure) {
        try {
            erasure.customer().ifPresent(customer -> tell(erasure, customer));
        } catch (NotAcknowledged | DatabaseAway e) {
            Log.warnf("an erasure is not told yet, and is tried again soon: %s", e.getMessage());
        }
    }

    private void tell(Erasure erasure, String customer) {
        Event<CustomerErased> erased =
                Event.of(erasure.id().toString(), OURSELVES, customer, erasure.at(), new CustomerErased(erasure.at()));
        Delivery delivery = publisher.begin();
        rows.tell(
                erasure.id(),
                () -> {
                    delivery.sendErased(customer, erased);
                    delivery.await();
                },
                clock);
    }
}
