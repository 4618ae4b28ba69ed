package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.signal.SignalCatalogue;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.intake.SignalIntake;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever a stranger posts to whichever source, it is taken, ignored or refused with words for its sender. */
class WebhookFuzzTest {
    private static final int PAYLOADS = 100_000;
    private static final long SEED = 20_260_131;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Pattern REASON = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final List<String> INSIDES = List.of("\tat ", "java.lang", "io.vigie");
    private static final Identities EVERYBODY = aliases -> Optional.of("C-" + Math.abs(aliases.hashCode() % 100));

    @Test
    void aHundredThousandPayloadsDoNoHarm() {
        SignalIntake intake = new SignalIntake(SignalCatalogue.shipped());
        List<Source> all = Sources.shipped().all().stream()
                .filter(source -> !source.spec().format().isOfFiles())
                .toList();
        int each = Math.ceilDiv(PAYLOADS, all.size());

        long taken = all.parallelStream()
                .mapToLong(source -> taken(new Webhooks(source, intake), each))
                .sum();

        assertThat(taken)
                .as("some mutants must still be whole, or nothing was tried")
                .isGreaterThan(PAYLOADS / 50);
    }

    private static long taken(Webhooks one, int payloadsWanted) {
        Random random = new Random(SEED);
        Payloads payloads = new Payloads(random);
        long taken = 0;
        for (int count = 0; count < payloadsWanted; count++) {
            byte[] body = payloads.next(one.source());
            Posted posted = new Posted(body, random.nextInt(20) == 0 ? "application/json" : "", Optional.empty());
            for (WebhookResult result : one.map(posted, EVERYBODY, NOW)) {
                if (result instanceof WebhookResult.Refused refused) {
                    checkWords(one.source().name(), count, refused.why());
                }
                taken += result instanceof WebhookResult.Taken ? 1 : 0;
            }
        }
        return taken;
    }

    /** Said by hand: a hundred thousand assertions that describe themselves take longer than what they check. */
    private static void checkWords(String source, int count, Refusal why) {
        if (!REASON.matcher(why.reason()).matches() || INSIDES.stream().anyMatch(why.detail()::contains)) {
            throw new AssertionError("payload " + count + " of " + source + " and seed " + SEED + ": " + why);
        }
    }
}
