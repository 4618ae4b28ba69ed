package io.vigie.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class TimesTest {
    @Property(tries = 5000)
    void aTimeIsReadAsJavaReadsItHoweverItIsWritten(@ForAll("times, mended and broken") String text) {
        assertThat(read(text, Times::instant))
                .isEqualTo(read(text, each -> OffsetDateTime.parse(each).toInstant()));
    }

    private static Optional<Instant> read(String text, Function<String, Instant> how) {
        try {
            return Optional.of(how.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Pieces of sound times, put together at will, some with one sign changed. */
    @Provide("times, mended and broken")
    Arbitrary<String> times() {
        Arbitrary<String> days = Arbitraries.of("2026-01-31", "2025-02-29", "0000-01-01", "2024-2-9", "+12026-01-31");
        Arbitrary<String> hours =
                Arbitraries.of("T10:00:00", "T10:00", "T24:00:00", "T23:59:60", "t10:00:00", " 10:00:00");
        Arbitrary<String> parts = Arbitraries.of("", ".5", ".123456789", ".1234567891", ".", ",5");
        Arbitrary<String> zones = Arbitraries.of("Z", "z", "+02:00", "-00:00", "+2", "+25:00", "", "[Europe/Paris]");
        Arbitrary<String> whole = days.flatMap(
                day -> hours.flatMap(hour -> parts.flatMap(part -> zones.map(zone -> day + hour + part + zone))));
        return whole.flatMap(
                text -> Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(text)), Tuple.of(1, changed(text))));
    }

    private static Arbitrary<String> changed(String text) {
        return Arbitraries.integers().between(0, text.length() - 1).flatMap(at -> Arbitraries.chars()
                .ascii()
                .map(sign -> text.substring(0, at) + sign + text.substring(at + 1)));
    }
}
