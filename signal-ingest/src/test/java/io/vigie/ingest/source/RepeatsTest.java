package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.SignalIntake;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a sender sends again because it saw no answer is the same signal. */
class RepeatsTest {
    private static final Instant FIRST = Instant.parse("2026-01-31T10:00:00.123456Z");
    private static final Instant RETRY = FIRST.plusSeconds(1);

    private final Identities everybody = _ -> Optional.of("C-1");

    @Test
    void withoutATimeOfItsOwnItHappenedWhenItCameAndDiffersInNothingElse() {
        byte[] body = """
                {"freshdesk_webhook": {"ticket_id": 61, "ticket_subject": "No invoice", "requester_email": "a@b.example",
                 "triggered_event": "{ticket_action:created}"}}""".getBytes(StandardCharsets.UTF_8);

        Signal first = mapped("freshdesk", body, FIRST, FIRST);
        Signal retry = mapped("freshdesk", body, RETRY, RETRY);
        Signal released = mapped("freshdesk", body, RETRY, FIRST);

        assertThat(first.time()).isEqualTo(FIRST);
        assertThat(retry.time()).isEqualTo(RETRY);
        assertThat(retry.id()).isEqualTo(first.id());
        assertThat(retry.attributes()).isEqualTo(first.attributes());
        assertThat(released).as("from the quarantine, where it waited").isEqualTo(first);
    }

    private Signal mapped(String name, byte[] body, Instant now, Instant cameAt) {
        Source source = Sources.shipped().find(name).orElseThrow();
        List<WebhookResult> results = new Webhooks(source, new SignalIntake(SignalCatalogue.shipped()))
                .map(new Posted(body, "application/json", Optional.empty()), everybody, now, cameAt);
        return ((WebhookResult.Taken) results.getFirst()).signals().getFirst();
    }
}
