package io.vigie.scorer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.events.risk.RiskLevel;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class LevelsTest {
    private static final Levels SHIPPED = new Levels(2, 4, 8, .6, .9);

    @Property
    void multiplesOfTheBaseCountAsLongAsTheyFit(@ForAll @Scale(6) @DoubleRange(min = .0001, max = .075) double base) {
        assertThat(SHIPPED.entry(RiskLevel.WATCH, base)).isEqualTo(2 * base);
        assertThat(SHIPPED.entry(RiskLevel.AT_RISK, base)).isEqualTo(4 * base);
        assertThat(SHIPPED.entry(RiskLevel.URGENT, base)).isEqualTo(8 * base);
    }

    @Property
    void aHigherBaseLeavesRoomForEveryLevelBelowTheCeiling(
            @ForAll @Scale(6) @DoubleRange(min = .0751, max = .59) double base) {
        double watch = SHIPPED.entry(RiskLevel.WATCH, base);
        double atRisk = SHIPPED.entry(RiskLevel.AT_RISK, base);
        double urgent = SHIPPED.entry(RiskLevel.URGENT, base);

        assertThat(watch).isGreaterThan(base).isLessThan(atRisk);
        assertThat(atRisk).isLessThan(urgent);
        assertThat(urgent).isEqualTo(.6, within(1e-12)).isLessThanOrEqualTo(.6);
        assertThat(watch / base).isEqualTo(atRisk / watch, within(1e-9));
    }

    @Property
    void aHigherBaseNeverLowersAnEntry(
            @ForAll @Scale(6) @DoubleRange(min = .001, max = .9) double one,
            @ForAll @Scale(6) @DoubleRange(min = .001, max = .9) double other) {
        for (RiskLevel level : RiskLevel.values()) {
            assertThat(SHIPPED.entry(level, Math.max(one, other)))
                    .isGreaterThanOrEqualTo(SHIPPED.entry(level, Math.min(one, other)) - 1e-12);
        }
    }

    @Property
    void aLevelHoldsExactlyWhereNeitherEndOfASpanChangesIt(
            @ForAll @Scale(6) @DoubleRange(min = .001, max = .9) double base,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double one,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double other,
            @ForAll RiskLevel level) {
        double lowest = Math.min(one, other);
        double highest = Math.max(one, other);

        assertThat(SHIPPED.holds(level, lowest, highest, base))
                .isEqualTo(SHIPPED.next(level, lowest, base) == level && SHIPPED.next(level, highest, base) == level);
    }

    @Test
    void aboveTheCeilingThereIsNoRoomLeft() {
        assertThat(SHIPPED.entry(RiskLevel.WATCH, .7)).isEqualTo(.6);
        assertThat(SHIPPED.entry(RiskLevel.URGENT, .7)).isEqualTo(.6);
    }

    @Test
    void aLevelIsLeftOnlyBelowNineTenthsOfItsEntry() {
        assertThat(SHIPPED.next(RiskLevel.STABLE, .19, .05)).isEqualTo(RiskLevel.WATCH);
        assertThat(SHIPPED.next(RiskLevel.AT_RISK, .19, .05)).isEqualTo(RiskLevel.AT_RISK);
        assertThat(SHIPPED.next(RiskLevel.AT_RISK, .17, .05)).isEqualTo(RiskLevel.WATCH);
    }
}
