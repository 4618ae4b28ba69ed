package io.vigie.ingest.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.wire.Event;
import io.vigie.ingest.store.ErasureRows;
import io.vigie.ingest.store.ErasureRows.Erasure;
import io.vigie.ingest.stream.Delivery;
import io.vigie.ingest.stream.Erasures;
import io.vigie.ingest.stream.NotAcknowledged;
import io.vigie.ingest.stream.Publisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Erases customers here, and tells everybody; whom a crash keeps it from telling, it tells a minute later. */
@ApplicationScoped
class Erasing {
    private static final String OURSELVES = "/signal-ingest";
    private static final Duration SURELY_LEFT = Duration.ofMinutes(1);

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
        Instant now = clock.instant();
        Erasure erasure = rows.begin(UUID.randomUUID(), erasures.digest(customer), customer, now, by, why);
        erasures.learn(customer, now);
        tell(erasure, customer);
        meters.counter("vigie.customers.erased", "why", why.word()).increment();
        return erasure;
    }

    @Scheduled(every = "60s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellWhatWasLeft() {
        try {
            rows.unfinished(clock.instant().minus(SURELY_LEFT))
                    .forEach(erasure -> erasure.customer().ifPresent(customer -> tell(erasure, customer)));
        } catch (NotAcknowledged e) {
            Log.warnf("an erasure is not told yet, and is tried again within a minute: %s", e.getMessage());
        }
    }

    private void tell(Erasure erasure, String customer) {
        Delivery delivery = publisher.begin();
        delivery.sendErased(
                customer,
                Event.of(erasure.id().toString(), OURSELVES, customer, erasure.at(), new CustomerErased(erasure.at())));
        delivery.await();
        rows.finish(erasure.id(), clock.instant());
    }
}
