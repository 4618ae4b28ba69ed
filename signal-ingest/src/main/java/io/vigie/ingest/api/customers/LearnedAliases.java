package io.vigie.ingest.api.customers;

import io.vigie.events.customer.Customer;
import io.vigie.ingest.stream.Delivery;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What an import's customer records say of aliases, learned some hundred at a time. */
public final class LearnedAliases {
    private static final int AT_ONCE = 500;

    private final Learning learning;
    private final String source;
    private final Delivery delivery;
    private final InstantSource clock;
    /** Of one customer there may be several, each with keys of its own. */
    private final List<Customer> waiting = new ArrayList<>();

    public LearnedAliases(Learning learning, String source, Delivery delivery, InstantSource clock) {
        this.learning = learning;
        this.source = source;
        this.delivery = delivery;
        this.clock = clock;
    }

    public void from(Customer customer) {
        waiting.add(customer);
        if (waiting.size() >= AT_ONCE) {
            finish();
        }
    }

    /**
     * Learns what is left, once the broker has the records: an alias may not be known of a customer who is not. One that
     * is somebody else's goes to the quarantine with its record, and is waited for by whoever waits for the rest.
     */
    public void finish() {
        if (waiting.isEmpty()) {
            return;
        }
        delivery.await();
        learning.from(waiting)
                .forEach((record, why) ->
                        delivery.send(Learning.refused(record, why, source, clock.instant()), record.id()));
        waiting.clear();
    }
}
