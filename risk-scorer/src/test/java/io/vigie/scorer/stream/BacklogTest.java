package io.vigie.scorer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

    private final Backlog backlog = new Backlog(NOW);

    @Test
    void rightAfterTheStartNothingIsKnown() {
        assertThat(backlog.upTo(NOW.plusSeconds(1))).isEqualTo(Instant.EPOCH);
    }

    @Test
    void whileOldRecordsAreReadTheirTimeIsAllThatIsKnown() {
        backlog.read(YESTERDAY, NOW.plusSeconds(1));

        assertThat(backlog.upTo(NOW.plusSeconds(2))).isEqualTo(YESTERDAY);
    }

    @Test
    void whoHasReadWhatWasJustAppendedHasCaughtUp() {
        backlog.read(YESTERDAY, NOW.plusSeconds(1));
        backlog.read(NOW, NOW.plusSeconds(2));

        assertThat(backlog.upTo(NOW.plusSeconds(3))).isEqualTo(NOW.plusSeconds(3));
    }

    @Test
    void whereNothingComesNothingWaits() {
        backlog.read(YESTERDAY, NOW.plusSeconds(1));

        assertThat(backlog.upTo(NOW.plusSeconds(11))).isEqualTo(NOW.plusSeconds(11));
        assertThat(new Backlog(NOW).upTo(NOW.plusSeconds(10))).isEqualTo(NOW.plusSeconds(10));
    }
}
