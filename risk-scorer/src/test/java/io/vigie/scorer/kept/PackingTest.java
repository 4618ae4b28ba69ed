package io.vigie.scorer.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.risk.RiskLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PackingTest {
    @Property
    void numbersComeBack(@ForAll long number, @ForAll double real) {
        Unpacker from = new Unpacker(new Packer().number(number).real(real).packed());

        assertThat(from.number()).isEqualTo(number);
        assertThat(from.real()).isEqualTo(real);
    }

    @Property
    void instantsComeBackToTheNanosecond(@ForAll("instants") Instant instant) {
        assertThat(new Unpacker(new Packer().instant(instant).packed()).instant())
                .isEqualTo(instant);
    }

    @Property
    void textsComeBackHoweverManyAndHoweverLong(@ForAll List<String> texts) {
        List<String> unicode = texts.stream()
                .filter(text -> text.codePoints().noneMatch(unit -> unit >= 0xd800 && unit <= 0xdfff))
                .toList();

        Unpacker from = new Unpacker(new Packer().each(unicode, Packer::text).packed());

        assertThat(from.each(Unpacker::text)).isEqualTo(unicode);
    }

    @Example
    void aNumberNearNothingTakesAByte() {
        assertThat(new Packer().number(-3).packed()).hasSize(1);
    }

    @Example
    void whatMayBeThereAndWhatHasANameComeBack() {
        byte[] packed = new Packer()
                .maybe(Optional.of(RiskLevel.AT_RISK), Packer::word)
                .maybe(Optional.<RiskLevel>empty(), Packer::word)
                .byName(Map.of("a", 1L), Packer::number)
                .yes(true)
                .packed();

        Unpacker from = new Unpacker(packed);
        assertThat(from.maybe(in -> in.word(RiskLevel.class))).hasValue(RiskLevel.AT_RISK);
        assertThat(from.maybe(in -> in.word(RiskLevel.class))).isEmpty();
        assertThat(from.byName(Unpacker::number)).isEqualTo(Map.of("a", 1L));
        assertThat(from.yes()).isTrue();
    }

    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Long> seconds = Arbitraries.longs()
                .between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond())
                .edgeCases(cases -> cases.add(0L, Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()));
        Arbitrary<Integer> nanos = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 999_999_999),
                Arbitraries.integers().between(0, 999).map(millis -> millis * 1_000_000));
        return Combinators.combine(seconds, nanos).as(Instant::ofEpochSecond);
    }
}
