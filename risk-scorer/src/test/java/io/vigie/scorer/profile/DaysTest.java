package io.vigie.scorer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DaysTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void howeverFarApartInstantsAreTheirSpanIsANumber() {
        assertThat(Days.between(Instant.MIN, Instant.MAX)).isFinite().isPositive();
        assertThat(Days.between(Instant.MAX, NOW)).isFinite().isNegative();
        assertThat(Days.between(NOW, NOW.plusSeconds(129_600))).isEqualTo(1.5);
    }

    @Test
    void howeverManyDaysLaterThereIsAnInstant() {
        assertThat(Days.after(Instant.MAX, Double.POSITIVE_INFINITY)).isAfter(NOW);
        assertThat(Days.after(Instant.MIN, -1e300)).isBefore(NOW);
        assertThat(Days.after(NOW, 1.5)).isEqualTo(NOW.plusSeconds(129_600));
    }
}
