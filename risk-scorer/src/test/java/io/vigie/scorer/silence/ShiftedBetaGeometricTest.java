package io.vigie.scorer.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftedBetaGeometricTest {
    private static final List<Integer> HIGH_END = List.of(1000, 869, 743, 653, 593, 551, 517, 491);
    private static final List<Integer> REGULAR = List.of(1000, 631, 468, 382, 326, 289, 262, 241);

    @Test
    void thePublishedFitsComeBack() {
        assertFit(HIGH_END, 0.668, 3.806, -1611.2);
        assertFit(REGULAR, 0.704, 1.182, -1680.3);
    }

    @Test
    void renewalGrowsLikelierWithEachRenewal() {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(0.704, 1.182);

        assertThat(model.renewalRate(1)).isCloseTo(0.627, within(0.001));
        assertThat(model.renewalRate(5)).isGreaterThan(model.renewalRate(2));
        assertThat(model.survival(7)).isCloseTo(0.241, within(0.01));
    }

    @Test
    void countsThatTellNothingAreRefusedWithTheReason() {
        assertThat(why(List.of(100, 80))).contains("two periods");
        assertThat(why(List.of(100, 100, 100))).contains("nobody left");
        assertThat(why(List.of(100, 80, 90))).contains("rise");
    }

    private static void assertFit(List<Integer> survivors, double alpha, double beta, double logLikelihood) {
        var found = (Fit.Found<ShiftedBetaGeometric>) ShiftedBetaGeometric.fit(survivors);
        assertThat(found.model().alpha()).isCloseTo(alpha, withinPercentage(1));
        assertThat(found.model().beta()).isCloseTo(beta, withinPercentage(1));
        assertThat(found.logLikelihood()).isCloseTo(logLikelihood, within(0.05));
    }

    private static String why(List<Integer> survivors) {
        return ((Fit.Impossible<ShiftedBetaGeometric>) ShiftedBetaGeometric.fit(survivors)).why();
    }
}
