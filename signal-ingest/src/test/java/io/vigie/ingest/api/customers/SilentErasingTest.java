package io.vigie.ingest.api.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.ingest.store.Purges;
import io.vigie.ingest.store.Purges.Purge;
import io.vigie.ingest.stream.NotAcknowledged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SilentErasingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Purge DUE = new Purge(NOON, Purges.INACTIVE, NOON, 0, false, NOON);

    private final List<String> silent = new ArrayList<>(List.of("C-1", "C-2", "C-3", "C-4", "C-5"));
    private final List<Purge> reports = new ArrayList<>();

    @Test
    void whenAllAreErasedTheTurnIsOver() {
        Purge done = run(DUE, silent::remove);

        assertThat(done.removed()).isEqualTo(5);
        assertThat(done.finished()).isTrue();
        assertThat(reports).extracting(Purge::removed).containsExactly(2L, 4L, 5L, 5L);
    }

    @Test
    void whatWasDoneBeforeTheBrokerWentAwayIsReportedAndTheRestGoneOnWith() {
        Purge cut = run(DUE, customer -> {
            silent.remove(customer);
            if (customer.equals("C-3")) {
                throw new NotAcknowledged("the broker is silent", null);
            }
        });

        assertThat(cut.removed()).as("the third is erased, and told later").isEqualTo(3);
        assertThat(cut.finished()).isFalse();
        assertThat(reports).last().isEqualTo(cut);

        Purge done = run(cut, silent::remove);
        assertThat(done.removed()).isEqualTo(5);
        assertThat(done.finished()).isTrue();
    }

    private Purge run(Purge due, Consumer<String> erasure) {
        return new SilentErasing(
                        () -> List.copyOf(silent.subList(0, Math.min(2, silent.size()))), erasure, reports::add)
                .run(due);
    }
}
