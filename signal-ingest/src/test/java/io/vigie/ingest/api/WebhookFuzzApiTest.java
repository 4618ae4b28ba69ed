package io.vigie.ingest.api;

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
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What strangers post is answered 2xx or 4xx, and never with our own entrails. */
@QuarkusTest
@WithTestResource(BackendsResource.class)
class WebhookFuzzApiTest {
    private static final int PAYLOADS = 3_000;
    private static final long SEED = 20_260_131;
    private static final List<String> TYPES =
            List.of("application/json", "text/xml", "text/plain", "application/json; charset=utf-16", "no type at all");

    @TestHTTPResource("/sources/")
    URI door;

    @Test
    void thousandsOfPayloadsAreAnsweredOrderly() throws IOException, InterruptedException {
        List<Source> all = List.copyOf(Sources.shipped().all().stream()
                .filter(source -> !source.spec().format().isOfFiles())
                .toList());
        Random random = new Random(SEED);
        Payloads payloads = new Payloads(random);

        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int count = 0; count < PAYLOADS; count++) {
                Source source = all.get(count % all.size());
                HttpRequest request = HttpRequest.newBuilder(door.resolve(source.name()))
                        .header("Content-Type", TYPES.get(random.nextInt(TYPES.size())))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(payloads.next(source)))
                        .build();
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode())
                        .as("payload %s of seed %s: %s", count, SEED, answer.body())
                        .isBetween(200, 499);
                assertThat(answer.body()).doesNotContain("\tat ", "\\tat ", "Exception", "io.vigie");
            }
        }
    }
}
