package io.vigie.ingest.api.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.ingest.source.Payloads;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.source.Sources;
import io.vigie.testkit.BackendsResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** What strangers post is answered 2xx or 4xx, and never with our own entrails. */
@QuarkusTest
@WithTestResource(BackendsResource.class)
class WebhookFuzzApiTest {
    /** {@code -Dvigie.payloads=100000} takes some minutes more. */
    private static final int PAYLOADS = Integer.getInteger("vigie.payloads", 1_200);

    private static final int AT_ONCE = 16;
    private static final List<String> INSIDES = List.of("\tat ", "\\tat ", "Exception", "io.vigie");
    private static final long SEED = 20_260_131;
    private static final List<String> TYPES =
            List.of("application/json", "text/xml", "text/plain", "application/json; charset=utf-16", "no type at all");

    @TestHTTPResource("/sources/")
    URI door;

    @Test
    void thousandsOfPayloadsAreAnsweredOrderly() throws InterruptedException {
        List<Source> all = List.copyOf(Sources.shipped().all().stream()
                .filter(source -> !source.spec().format().isOfFiles())
                .toList());
        Random random = new Random(SEED);
        Payloads payloads = new Payloads(random);
        Semaphore room = new Semaphore(AT_ONCE);
        Queue<String> wrong = new ConcurrentLinkedQueue<>();

        try (HttpClient client = HttpClient.newHttpClient();
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int count = 0; count < PAYLOADS && wrong.isEmpty(); count++) {
                Source source = all.get(count % all.size());
                HttpRequest request = HttpRequest.newBuilder(door.resolve(source.name()))
                        .header("Content-Type", TYPES.get(random.nextInt(TYPES.size())))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(payloads.next(source)))
                        .build();
                String which = "payload " + count + " of seed " + SEED + " to " + source.name();
                room.acquire();
                var unused = senders.submit(() -> {
                    fault(client, request).ifPresent(fault -> wrong.add(which + ": " + fault));
                    room.release();
                });
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static Optional<String> fault(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            boolean orderly = answer.statusCode() >= 200
                    && answer.statusCode() < 500
                    && INSIDES.stream().noneMatch(answer.body()::contains);
            return orderly ? Optional.empty() : Optional.of(answer.statusCode() + " " + answer.body());
        } catch (IOException | InterruptedException broken) {
            return Optional.of(broken.toString());
        }
    }
}
