package io.vigie.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class InstantTextTest {
    @Property
    void instantsAreWrittenLetterByLetterAsTheyWriteThemselves(@ForAll("instants") Instant instant) {
        assertThat(InstantText.of(instant)).isEqualTo(instant.toString());
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll("ofOurTime") Instant instant) {
        assertThat(InstantText.plain(instant.toString())).hasValue(instant);
    }

    @Example
    void fractionsOfAnyLengthAreRead() {
        assertThat(InstantText.plain("2026-03-01T10:00:00.5Z")).hasValue(Instant.parse("2026-03-01T10:00:00.500Z"));
    }

    @Example
    void whatIsWrittenOtherwiseIsLeftToOthers() {
        List<String> others = List.of(
                "",
                "2026-03-01",
                "2026-03-01T10:00Z",
                "2026-03-01T10:00:00+01:00",
                "2026-03-01t10:00:00z",
                "2026-02-30T10:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T10:00:60Z",
                "2026-03-01T10:00:00.Z",
                "2026-03-01T10:00:00.1234567890Z",
                "2026-03-01T10:00:00.-5Z",
                "2026-03-01T10:00:00,5Z",
                "+12026-03-01T10:00:00Z");

        assertThat(others)
                .allSatisfy(text -> assertThat(InstantText.plain(text)).isEmpty());
    }

    @Provide
    Arbitrary<Instant> instants() {
        return seconds(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond());
    }

    @Provide
    Arbitrary<Instant> ofOurTime() {
        return seconds(
                Instant.parse("0000-01-01T00:00:00Z").getEpochSecond(),
                Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());
    }

    private static Arbitrary<Instant> seconds(long from, long to) {
        Arbitrary<Long> seconds = Arbitraries.oneOf(
                        Arbitraries.longs().between(from, to),
                        Arbitraries.longs().between(-100_000_000_000L, 253_500_000_000L))
                .filter(second -> second >= from && second <= to);
        Arbitrary<Integer> nanos = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 999_999_999),
                Arbitraries.integers().between(0, 999).map(millis -> millis * 1_000_000),
                Arbitraries.integers().between(0, 999_999).map(micros -> micros * 1_000));
        return Combinators.combine(seconds, nanos).as(Instant::ofEpochSecond);
    }
}
