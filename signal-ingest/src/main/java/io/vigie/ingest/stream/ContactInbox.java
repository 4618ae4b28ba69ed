package io.vigie.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vigie.events.wire.Topic;
import io.vigie.ingest.IngestSettings;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Hears from the topics when customers were last heard of or spoken to, away from where signals are taken in.
 *
 * <p>A thread of its own on Kafka's consumer, because every signal comes by here: a messaging layer that wraps each record
 * took longer over it than taking it in.
 */
@ApplicationScoped
class ContactInbox {
    private static final int AFTER_THE_ERASURES = 5_000;
    private static final Duration AT_MOST = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(5);

    private final Broker broker;
    private final ContactNotes notes;
    private final List<String> topics;
    private final String group;
    private final AtomicReference<@Nullable Consumer<String, JsonNode>> reading = new AtomicReference<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread reader = Thread.ofPlatform().daemon().name("contacts").unstarted(this::readOn);

    ContactInbox(Broker broker, ContactNotes notes, IngestSettings settings) {
        this.broker = broker;
        this.notes = notes;
        this.topics = Stream.of(Topic.SIGNALS, Topic.RETENTION)
                .map(topic -> topic.under(settings.prefix()))
                .toList();
        this.group = group(settings);
    }

    static String group(IngestSettings settings) {
        return settings.prefix() + "-signal-ingest-contracts";
    }

    void begin(@Observes @Priority(AFTER_THE_ERASURES) StartupEvent start) {
        reader.start();
    }

    @PreDestroy
    void close() throws InterruptedException {
        stopping.countDown();
        Optional.ofNullable(reading.get()).ifPresent(Consumer::wakeup);
        if (!reader.join(PATIENCE)) {
            reader.interrupt();
        }
    }

    /** A consumer that was put out of its group, or has lost its broker for good, is followed by another. */
    private void readOn() {
        while (stopping.getCount() > 0) {
            try (Consumer<String, JsonNode> consumer = broker.consumer(group)) {
                reading.set(consumer);
                consumer.subscribe(topics);
                read(consumer);
            } catch (WakeupException | InterruptException stopped) {
                return;
            } catch (RuntimeException trouble) {
                Log.warnf("contacts are read again: %s", trouble.getMessage());
                pause();
            }
        }
    }

    /** What is read again after a crash changes nothing, so that seldom committing does no harm while much is read. */
    private void read(Consumer<String, JsonNode> consumer) {
        long committed = System.nanoTime();
        boolean news = false;
        while (stopping.getCount() > 0) {
            ConsumerRecords<String, JsonNode> batch = consumer.poll(AT_MOST);
            notes.note(batch);
            boolean readAll = news && batch.isEmpty();
            if (readAll || System.nanoTime() - committed > BETWEEN_COMMITS.toNanos()) {
                consumer.commitSync();
                committed = System.nanoTime();
            }
            news = !batch.isEmpty();
        }
    }

    private void pause() {
        try {
            var unused = stopping.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
