package io.vigie.retention.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Tick;
import io.vigie.events.wire.Topic;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.store.Outbox;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/** Publishes the outbox in its order; what the broker has acknowledged leaves it, so each event comes at least once. */
@Singleton
class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int AT_ONCE = 1_000;
    private static final long IDLE_MILLIS = 100;
    private static final long TROUBLED_MILLIS = 2_000;
    private static final int GIVE_UP_MILLIS = 20_000;

    private final Outbox outbox;
    private final String topic;
    private final KafkaProducer<String, byte[]> producer;
    private final Thread thread;

    Relay(Outbox outbox, RetentionSettings settings, @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.outbox = outbox;
        this.topic = Topic.RETENTION.under(settings.prefix());
        this.producer = new KafkaProducer<>(settings(broker), new StringSerializer(), new ByteArraySerializer());
        this.thread = new Thread(this::run, "outbox-relay");
    }

    void start(@Observes StartupEvent start) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        thread.interrupt();
        thread.join(Duration.ofSeconds(5));
        producer.close(Duration.ofSeconds(5));
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.MILLISECONDS.sleep(pause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long pause() {
        try {
            return outbox.publish(AT_ONCE, this::send) == AT_ONCE ? 0 : IDLE_MILLIS;
        } catch (RuntimeException e) {
            LOG.warnf("the outbox waits: %s", e.getMessage());
            return TROUBLED_MILLIS;
        }
    }

    /** How many, from the first on, the broker has. */
    private int send(List<Event<?>> events) {
        List<Future<?>> sent = new ArrayList<>(events.size());
        events.forEach(event -> sent.add(producer.send(record(event))));
        producer.flush();
        int acknowledged = 0;
        try {
            while (acknowledged < sent.size()) {
                sent.get(acknowledged).get();
                acknowledged++;
            }
        } catch (ExecutionException e) {
            LOG.warnf("the broker did not take an event: %s", e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return acknowledged;
    }

    private ProducerRecord<String, byte[]> record(Event<?> event) {
        return event.data() instanceof Tick tick
                ? EventCodec.record(topic, event.source(), tick)
                : EventCodec.record(topic, event);
    }

    private static Map<String, Object> settings(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, GIVE_UP_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, GIVE_UP_MILLIS / 2);
        return settings;
    }
}
