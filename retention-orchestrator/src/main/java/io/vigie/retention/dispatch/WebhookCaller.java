package io.vigie.retention.dispatch;

import io.vigie.events.wire.WebhookSignature;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Posts what is signed (Standard Webhooks); follows nobody elsewhere, and waits for nobody long. */
@Singleton
class WebhookCaller {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Clock clock;

    WebhookCaller(Clock clock) {
        this.clock = clock;
    }

    /** What the other side answered. */
    record Answer(int status) {
        boolean taken() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * @throws IOException when there was no answer, saying why
     */
    Answer post(URI url, String secret, String id, String body) throws IOException, InterruptedException {
        Instant now = clock.instant();
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Vigie")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", WebhookSignature.header(secret, id, now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        // the head says all; a body that never ends must not hold up who comes next
        answer.body().close();
        return new Answer(answer.statusCode());
    }
}
