package io.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.wire.Topic;
import io.vigie.local.fleet.Fleet;
import io.vigie.local.fleet.FleetPlan;
import io.vigie.local.fleet.Pace;
import io.vigie.local.fleet.Ports;
import io.vigie.local.fleet.Service;
import io.vigie.testkit.KafkaBackend;
import io.vigie.testkit.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker that falls silent under load, with every connection open, and goes on later: what was answered 202 is there,
 * and whoever could not be promised that was told to come again. {@code -Dvigie.outage=30} has it silent for as many
 * seconds.
 */
class BrokerAwayTest {
    private static final String PREFIX = "away";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("vigie.outage", 8));
    private static final int SENDERS = 8;
    private static final int LOAD = 300;

    @TempDir
    private Path folder;

    private final Set<String> promised = ConcurrentHashMap.newKeySet();
    private final Set<String> otherAnswers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void whatWasAnswered202IsThereOnceThoughTheBrokerWasAway() throws InterruptedException {
        try (Fleet fleet = Fleet.start(ingest())) {
            int meanwhile = promisedWhileAway(fleet);

            assertThat(meanwhile).as("answers that were on their way").isLessThanOrEqualTo(SENDERS);
            assertThat(otherAnswers)
                    .as("status and Retry-After")
                    .isNotEmpty()
                    .allMatch(answer -> answer.matches("503 \\d+"));
            assertThat(published(fleet)).doesNotHaveDuplicates().containsAll(promised);
        }
    }

    private int promisedWhileAway(Fleet fleet) throws InterruptedException {
        URI signals = fleet.address(Service.SIGNAL_INGEST).resolve("/signals");
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            try {
                Collections.nCopies(SENDERS, signals).forEach(to -> senders.execute(() -> sendUntilOver(to)));
                untilPromised(LOAD);
                fleet.freezeBroker();
                int before = promised.size();
                TimeUnit.MILLISECONDS.sleep(AWAY.toMillis());
                int meanwhile = promised.size() - before;
                fleet.thawBroker();
                untilPromised(promised.size() + LOAD);
                return meanwhile;
            } finally {
                over.set(true);
            }
        }
    }

    private void sendUntilOver(URI to) {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (!over.get()) {
                String id = "s" + number.incrementAndGet();
                HttpResponse<Void> answer = client.send(signal(to, id), HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() == 202) {
                    promised.add(id);
                } else {
                    otherAnswers.add(answer.statusCode() + " "
                            + answer.headers().firstValue("Retry-After").orElse("without"));
                }
            }
        } catch (IOException broken) {
            otherAnswers.add(broken.toString());
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest signal(URI to, String id) {
        return HttpRequest.newBuilder(to)
                .header("Content-Type", "application/cloudevents+json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"specversion": "1.0", "id": "%s", "source": "/crm", "type": "complaint.filed",
                         "subject": "c-%s", "time": "2026-01-01T00:00:00Z", "data": {}}""".formatted(id, id)))
                .build();
    }

    private void untilPromised(int count) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> promised.size() >= count);
    }

    private static List<String> published(Fleet fleet) {
        return TopicReader.on(new KafkaBackend(fleet.kafka())).readAll(Topic.SIGNALS.under(PREFIX)).stream()
                .map(BrokerAwayTest::id)
                .toList();
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }

    private FleetPlan ingest() {
        Map<String, String> settings =
                Map.of("vigie.prefix", PREFIX, "smallrye.config.mapping.validate-unknown", "false");
        Map<String, String> forIngest = Map.of(
                "vigie.api-policy",
                "permit",
                "vigie.ack-timeout",
                PATIENCE.toString(),
                "vigie.rate-limit.per-second",
                "1000000",
                "vigie.rate-limit.burst",
                "1000000");
        return new FleetPlan(
                Place.here().home(),
                folder,
                Ports.freeBase(),
                settings,
                forIngest,
                List.of(Service.SIGNAL_INGEST),
                Pace.SHORT_RUN);
    }
}
