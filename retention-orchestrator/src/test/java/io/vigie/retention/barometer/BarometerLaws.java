package io.vigie.retention.barometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vigie.events.signal.Cause;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class BarometerLaws {
    @Property(tries = 300)
    void noGroupUnderFiveIsToldAndNobodyIsLost(
            @ForAll @Size(max = 10) Map<Cause, @LongRange(min = 0, max = 12) Long> counts) {
        Groups<Cause> groups = Groups.of(Cause.class, counts);
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long told = groups.told().values().stream().mapToLong(Long::longValue).sum();

        assertThat(groups.told().values()).allMatch(people -> people >= Groups.LEAST);
        assertThat(groups.together()).matches(people -> people == 0 || people >= Groups.LEAST);
        // less than five are kept to ourselves only where there are no others to tell them with
        assertThat(all - told - groups.together()).isBetween(0L, Groups.LEAST - 1L);
        assertThat(told + groups.together() == all || groups.told().isEmpty()).isTrue();
    }

    @Example
    void aSmallGroupIsNotGivenAwayByWhatIsLeft() {
        Map<Cause, Long> counts = new EnumMap<>(Map.of(Cause.SERVICE, 20L, Cause.PRICE, 6L, Cause.PRODUCT, 2L));

        Groups<Cause> groups = Groups.of(Cause.class, counts);

        assertThat(groups.told()).containsOnlyKeys(Cause.SERVICE);
        assertThat(groups.together()).isEqualTo(8);
    }

    @Property(tries = 300)
    void theIntervalHoldsTheRateAndStaysWithinOne(
            @ForAll @IntRange(min = 1, max = 5_000) int asked, @ForAll @IntRange(max = 5_000) int some) {
        ResponseRate response = new ResponseRate(asked, Math.min(asked, some));

        assertThat(response.lowest()).isBetween(0.0, response.rate() + 1e-12);
        assertThat(response.highest()).isBetween(response.rate() - 1e-12, 1.0);
    }

    @Example
    void theIntervalIsWilsons() {
        ResponseRate response = new ResponseRate(200, 30);

        assertThat(response.lowest()).isCloseTo(0.1072, within(1e-4));
        assertThat(response.highest()).isCloseTo(0.2060, within(1e-4));
        assertThat(new ResponseRate(0, 0).highest()).isEqualTo(1);
    }

    @Example
    void aWaveSaysWhatIsWrongWithIt() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThatThrownBy(() -> new Wave("Spring 2026", day, day.plusDays(1), 5))
                .hasMessageContaining("2026-spring");
        assertThatThrownBy(() -> new Wave("spring", day, day, 5)).hasMessageContaining("after from");
        assertThatThrownBy(() -> new Wave("spring", day, day.plusDays(1), 0)).hasMessageContaining("between 1 and");
    }
}
