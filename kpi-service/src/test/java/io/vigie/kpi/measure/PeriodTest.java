package io.vigie.kpi.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aDateBeginsAtItsMidnightInTheCompanysZone() {
        Period period = Period.asked(Optional.of("2026-01-01"), Optional.of("2026-07-01"), PARIS, NOW);

        assertThat(period.from()).isEqualTo(Instant.parse("2025-12-31T23:00:00Z"));
        assertThat(period.to()).isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
    }

    @Test
    void whatIsLeftOutIsTheYearUpToNow() {
        Period period = Period.asked(Optional.empty(), Optional.empty(), PARIS, NOW);

        assertThat(period).isEqualTo(new Period(Instant.parse("2025-03-01T12:00:00Z"), NOW));
    }

    @Test
    void anEndThatIsNotAfterTheBeginningIsRefused() {
        assertThatThrownBy(() -> Period.asked(Optional.of("2026-02-01"), Optional.of("2026-02-01"), PARIS, NOW))
                .isInstanceOf(WrongPeriod.class)
                .hasMessageContaining("must be before");
    }

    @Test
    void aWordThatIsNoInstantIsRefusedWithAnExample() {
        assertThatThrownBy(() -> Period.asked(Optional.of("yesterday"), Optional.empty(), PARIS, NOW))
                .isInstanceOf(WrongPeriod.class)
                .hasMessageContaining("from must be an instant such as")
                .hasMessageContaining("yesterday");
    }

    @Test
    void anInstantThatNoDatabaseKnowsIsRefused() {
        assertThatThrownBy(() -> Period.asked(Optional.of("-200000-01-01T00:00:00Z"), Optional.empty(), PARIS, NOW))
                .isInstanceOf(WrongPeriod.class);
    }

    @Test
    void aPeriodJustAfterTheNewestEventTakesItIn() {
        assertThat(Period.justAfter(NOW.plusMillis(1))).isAfter(NOW.plusMillis(1));
    }
}
