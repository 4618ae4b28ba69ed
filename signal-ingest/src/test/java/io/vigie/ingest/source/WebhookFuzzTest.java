package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.signal.SignalCatalogue;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.SignalIntake;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a stranger posts to whichever source, it is taken, ignored or refused with words for its sender. */
class WebhookFuzzTest {
    private static final int PAYLOADS = 100_000;
    private static final long SEED = 20_260_131;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Identities EVERYBODY = aliases -> Optional.of("C-" + Math.abs(aliases.hashCode() % 100));

    @Test
    void aHundredThousandPayloadsDoNoHarm() {
        SignalIntake intake = new SignalIntake(SignalCatalogue.shipped());
        List<Webhooks> all = Sources.shipped().all().stream()
                .filter(source -> !source.spec().format().isOfFiles())
                .map(source -> new Webhooks(source, intake))
                .toList();
        Random random = new Random(SEED);
        Payloads payloads = new Payloads(random);

        long taken = 0;
        for (int count = 0; count < PAYLOADS; count++) {
            Webhooks one = all.get(count % all.size());
            byte[] body = payloads.next(one.source());
            Posted posted = new Posted(body, random.nextInt(20) == 0 ? "application/json" : "", Optional.empty());
            for (WebhookResult result : one.map(posted, EVERYBODY, NOW)) {
                if (result instanceof WebhookResult.Refused refused) {
                    assertThat(refused.why().reason()).as("seed %s", SEED).matches("[a-z]+(-[a-z]+)*");
                    assertThat(refused.why().detail()).doesNotContain("\tat ", "java.lang", "io.vigie");
                }
                taken += result instanceof WebhookResult.Taken ? 1 : 0;
            }
        }

        assertThat(taken)
                .as("some mutants must still be whole, or nothing was tried")
                .isGreaterThan(PAYLOADS / 50);
    }
}
