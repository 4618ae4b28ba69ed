package io.vigie.retention.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.store.Deliveries;
import io.vigie.retention.store.Deliveries.Delivery;
import io.vigie.retention.store.Deliveries.Status;
import io.vigie.retention.store.Webhooks;
import io.vigie.retention.store.Webhooks.Endpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Delivers webhooks: again and again with longer pauses, for three days; whoever says 410 is told nothing more. */
@ApplicationScoped
public class WebhookRound {
    private static final int SECRET_BYTES = 32;
    private static final int GONE = 410;
    private static final Duration BREATHER = Duration.ofSeconds(30);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final WebhookCaller caller;
    private final RetentionSettings settings;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    WebhookRound(
            Webhooks webhooks,
            Deliveries deliveries,
            WebhookCaller caller,
            RetentionSettings settings,
            MeterRegistry metrics,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.caller = caller;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * An endpoint and its secret, which is shown this once.
     */
    public record Made(Endpoint endpoint, String secret) {}

    /**
     * Whom to tell from now on.
     *
     * @param types of events; empty for all
     * @throws IllegalArgumentException when nothing may be posted there, saying why
     */
    public Made register(URI url, List<String> types, String by) {
        barred(url).ifPresent(why -> {
            throw new IllegalArgumentException("url: " + why);
        });
        byte[] drawn = new byte[SECRET_BYTES];
        chance.nextBytes(drawn);
        String secret = "whsec_" + Base64.getEncoder().encodeToString(drawn);
        return new Made(webhooks.add(UUID.randomUUID(), url, types, secret, by, clock.instant()), secret);
    }

    /** Delivers all that is due. */
    public void deliverDue() throws InterruptedException {
        Optional<Delivery> next = deliveries.begin(clock.instant());
        while (next.isPresent()) {
            deliver(next.get());
            next = deliveries.begin(clock.instant());
        }
    }

    private void deliver(Delivery one) throws InterruptedException {
        Optional<Endpoint> endpoint = webhooks.find(one.endpoint());
        Optional<String> secret = webhooks.secret(one.endpoint());
        if (endpoint.isEmpty() || secret.isEmpty()) {
            failed(one, "its secret cannot be read: register the endpoint anew");
            return;
        }
        URI url = endpoint.get().url();
        Optional<String> barred = barred(url);
        if (barred.isPresent()) {
            notTaken(one, barred.get());
            return;
        }
        try {
            WebhookCaller.Answer answer = caller.post(url, secret.get(), one.eventId(), one.body());
            if (answer.taken()) {
                deliveries.settled(one, Status.DELIVERED, Integer.toString(answer.status()), clock.instant());
                count("delivered");
            } else if (answer.status() == GONE) {
                webhooks.disable(one.endpoint(), "it answered 410 Gone", clock.instant());
                failed(one, "410");
            } else {
                notTaken(one, Integer.toString(answer.status()));
            }
        } catch (IOException e) {
            notTaken(one, "no answer: " + e.getClass().getSimpleName());
        }
    }

    /** Whoever does not answer is left in peace for a while, so that nobody else waits for them. */
    private void notTaken(Delivery one, String answer) {
        if (one.attempts() > PAUSES.size()) {
            failed(one, answer);
            return;
        }
        Instant now = clock.instant();
        deliveries.again(one, now.plus(PAUSES.get(one.attempts() - 1)), now.plus(BREATHER), answer);
        count("again");
    }

    private void failed(Delivery one, String answer) {
        deliveries.settled(one, Status.FAILED, answer, clock.instant());
        count("failed");
    }

    private Optional<String> barred(URI url) {
        return Destination.barred(url, settings.webhooks().privateNetworks());
    }

    private void count(String result) {
        metrics.counter("vigie.webhooks", "result", result).increment();
    }
}
