package io.vigie.scorer.profile;

import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.on;
import static io.vigie.scorer.Timelines.underContract;
import static io.vigie.scorer.Timelines.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Renewal;
import io.vigie.events.risk.LifeState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void tenYearsAheadAndACenturyBackAreEnough() {
        assertThat(Reach.holds(NOW, NOW)).isTrue();
        assertThat(Reach.holds(Instant.parse("2036-03-01T12:00:00Z"), NOW)).isTrue();
        assertThat(Reach.holds(Instant.parse("2037-01-01T00:00:00Z"), NOW)).isFalse();
        assertThat(Reach.holds(Instant.parse("1899-01-01T00:00:00Z"), NOW)).isFalse();
        assertThat(Reach.holds(Instant.MAX, NOW) || Reach.holds(Instant.MIN, NOW))
                .isFalse();
    }

    @Test
    void asFarAheadAsMayBeAskedACustomerIsStillWatched() {
        Contract open = new Contract("a", Renewal.TACIT, day(0), Optional.empty(), Optional.empty(), Optional.empty());
        for (Entry only : List.of(underContract(0, open), on(0, "support.called"))) {
            var risk = watch().assessAsOf(List.of(only), CUSTOMER, day(3_652)).orElseThrow();

            assertThat(risk.asOf()).isEqualTo(day(3_652));
            assertThat(risk.life().state()).isEqualTo(LifeState.ACTIVE);
        }
    }
}
