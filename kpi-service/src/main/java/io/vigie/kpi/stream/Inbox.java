package io.vigie.kpi.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.vigie.events.wire.Topic;
import io.vigie.kpi.store.Delivery;
import io.vigie.kpi.store.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps each batch of events before its offsets are committed; while the database is away it waits and tries again. */
@ApplicationScoped
class Inbox {
    private static final int FOR_EVER = -1;

    private final Ledger ledger;
    private final MeterRegistry meters;

    @Inject
    Inbox(Ledger ledger, MeterRegistry meters) {
        this.ledger = ledger;
        this.meters = meters;
    }

    @Incoming("signals")
    @Blocking
    @Retry(maxRetries = FOR_EVER, maxDuration = 0, delay = 1, delayUnit = ChronoUnit.SECONDS)
    void signals(ConsumerRecords<String, byte[]> batch) {
        keep(Topic.SIGNALS, batch);
    }

    @Incoming("risk")
    @Blocking
    @Retry(maxRetries = FOR_EVER, maxDuration = 0, delay = 1, delayUnit = ChronoUnit.SECONDS)
    void risk(ConsumerRecords<String, byte[]> batch) {
        keep(Topic.RISK, batch);
    }

    @Incoming("retention")
    @Blocking
    @Retry(maxRetries = FOR_EVER, maxDuration = 0, delay = 1, delayUnit = ChronoUnit.SECONDS)
    void retention(ConsumerRecords<String, byte[]> batch) {
        keep(Topic.RETENTION, batch);
    }

    private void keep(Topic topic, ConsumerRecords<String, byte[]> batch) {
        List<Delivery> deliveries = new ArrayList<>(batch.count());
        for (ConsumerRecord<String, byte[]> record : batch) {
            deliveries.add(Reader.read(topic, record));
        }
        int unreadable = kept(topic, deliveries);
        meters.counter("vigie.kpi.events", "topic", topic.word()).increment(deliveries.size());
        meters.counter("vigie.kpi.unreadable", "topic", topic.word()).increment(unreadable);
    }

    private int kept(Topic topic, List<Delivery> deliveries) {
        try {
            return ledger.keep(deliveries);
        } catch (RuntimeException trouble) {
            Log.warnf("%d events of %s are not kept yet: %s", deliveries.size(), topic.word(), trouble.getMessage());
            throw trouble;
        }
    }
}
