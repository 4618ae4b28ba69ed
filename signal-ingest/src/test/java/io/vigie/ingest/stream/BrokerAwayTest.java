package io.vigie.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vigie.embedded.BackendOptions;
import io.vigie.embedded.EmbeddedKafka;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.Topic;
import io.vigie.events.wire.Topics;
import io.vigie.testkit.KafkaBackend;
import io.vigie.testkit.TopicReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker that goes away under load and comes back: whatever was promised is there.
 *
 * <p>Every promise has been settled, one way or the other, within some times the patience; {@code -Dvigie.outage=30}
 * has it away for as many seconds.
 */
class BrokerAwayTest {
    private static final String PREFIX = "away";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("vigie.outage", 8));
    private static final int SENDERS = 4;

    @TempDir
    private Path folder;

    private final Set<String> promised = ConcurrentHashMap.newKeySet();
    private final AtomicInteger notPromised = new AtomicInteger();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void whatWasPromisedIsThereThoughTheBrokerWasAway() throws InterruptedException {
        BackendOptions kept = BackendOptions.keptIn(folder);
        EmbeddedKafka before = EmbeddedKafka.start(kept);
        Map<String, Object> settings = Map.of("bootstrap.servers", before.bootstrapServers());
        Topics.create(settings, PREFIX, (short) 1);
        try (KafkaProducer<String, byte[]> producer = Broker.producer(settings, PATIENCE);
                ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            Publisher publisher = new Publisher(producer, PREFIX, PATIENCE, Strangers.only());
            for (int sender = 0; sender < SENDERS; sender++) {
                senders.execute(() -> sendUntilOver(publisher));
            }
            untilPromised(200);
            before.close();
            TimeUnit.MILLISECONDS.sleep(AWAY.toMillis());
            int promisedBefore = promised.size();
            try (EmbeddedKafka after = EmbeddedKafka.start(kept.onPort(before.port()))) {
                untilPromised(promisedBefore + 200);
                over.set(true);
                senders.shutdown();
                assertThat(senders.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
                producer.flush();

                Set<String> there =
                        TopicReader.on(new KafkaBackend(after.bootstrapServers()))
                                .readAll(Topic.SIGNALS.under(PREFIX))
                                .stream()
                                .map(BrokerAwayTest::id)
                                .collect(Collectors.toSet());
                assertThat(there).containsAll(promised);
                assertThat(notPromised).as("sent while the broker was away").hasPositiveValue();
            }
        }
    }

    private void sendUntilOver(Publisher publisher) {
        while (!over.get()) {
            String id = "s" + number.incrementAndGet();
            try {
                Delivery delivery = publisher.begin();
                delivery.send(signal(id), Instant.EPOCH);
                delivery.await();
                promised.add(id);
            } catch (NotAcknowledged e) {
                notPromised.incrementAndGet();
            }
        }
    }

    private void untilPromised(int count) throws InterruptedException {
        while (promised.size() < count) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static Signal signal(String id) {
        return new Signal(
                "/crm",
                id,
                "complaint.filed",
                "c" + id,
                Instant.EPOCH,
                JsonNodeFactory.instance.objectNode(),
                Optional.empty());
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }
}
