package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.ingest.intake.SignalIntake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mappings against payloads as vendors and their libraries publish them. */
class RealWebhooksTest {
    private static final Path FOLDER = Path.of(System.getProperty("vigie.shared", ""), "data/webhooks");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "stripe,customer.subscription.deleted.json,contract.cancelled",
        "stripe,invoice.payment_failed.json,payment.failed",
        "recurly,canceled_subscription_notification.xml,termination.notified",
        "recurly,expired_subscription_notification.xml,contract.cancelled",
        "recurly,failed_payment_notification.xml,payment.failed",
        "recurly,new_dunning_event_notification.xml,payment.failed",
        "recurly,canceled_account_notification.xml,account.closed",
        "zendesk,ticket.created.json,support.ticket-opened",
    })
    void aPublishedPayloadIsUnderstood(String source, String file, String type) throws IOException {
        assertThat(map(source, FOLDER.resolve(source).resolve(file)))
                .flatExtracting(result -> ((WebhookResult.Taken) result).signals())
                .extracting(Signal::type)
                .contains(type);
    }

    @Test
    void noPublishedPayloadIsRefused() throws IOException {
        for (String source : List.of("stripe", "hubspot", "recurly", "segment", "zendesk")) {
            assumeTrue(Files.isDirectory(FOLDER.resolve(source)), "no published payloads in " + FOLDER);
            try (Stream<Path> files = Files.list(FOLDER.resolve(source))) {
                for (Path file :
                        files.filter(one -> !one.toString().endsWith(".txt")).toList()) {
                    assertThat(map(source, file))
                            .as(file.toString())
                            .isNotEmpty()
                            .noneMatch(WebhookResult.Refused.class::isInstance);
                }
            }
        }
    }

    private static List<WebhookResult> map(String source, Path file) throws IOException {
        assumeTrue(Files.exists(file), "no published payloads in " + FOLDER);
        SignalIntake intake = new SignalIntake(SignalCatalogue.shipped());
        return new Webhooks(Sources.shipped().find(source).orElseThrow(), intake)
                .map(new Posted(Files.readAllBytes(file), "", Optional.empty()), _ -> Optional.of("C-1"), NOW);
    }
}
