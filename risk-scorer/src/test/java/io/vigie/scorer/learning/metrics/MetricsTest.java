package io.vigie.scorer.learning.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final boolean[] LEFT = {false, true, false, true, false, true, false, true};
    private static final double[] SAID = {.1, .2, .3, .4, .5, .7, .8, .9};

    @Test
    void profitIsThatOfThePublishedMeasure() {
        Empc empc = Empc.of(LEFT, SAID);

        assertThat(empc.profit()).isCloseTo(23.875593418348124, within(1e-9));
        assertThat(empc.share()).isCloseTo(.8743700763487141, within(1e-9));
    }

    @Test
    void aRankingIsTheShareOfPairsInOrder() {
        // 10 of the 16 pairs of a leaver and a stayer are in order
        assertThat(Metrics.auc(LEFT, SAID)).isCloseTo(10 / 16.0, within(1e-12));
    }

    @Test
    void tiesCountHalf() {
        assertThat(Metrics.auc(LEFT, new double[] {.3, .3, .3, .3, .3, .3, .3, .3}))
                .isCloseTo(.5, within(1e-12));
    }

    @Test
    void aRiskiestTenthOfLeaversOnlyIsAsManyTimesChanceAsTheBaseIsRare() {
        boolean[] left = new boolean[100];
        double[] said = new double[100];
        for (int i = 0; i < 100; i++) {
            left[i] = i < 20;
            said[i] = (100 - i) / 101.0;
        }

        assertThat(Metrics.of(left, said).lift10()).isCloseTo(5, within(1e-12));
    }

    @Test
    void theRiskiestTenthOfEqualsIsChance() {
        boolean[] left = new boolean[100];
        double[] said = new double[100];
        for (int i = 0; i < 100; i++) {
            left[i] = i < 20;
            said[i] = .2;
        }
        Metrics metrics = Metrics.of(left, said);

        assertThat(metrics.lift10()).isCloseTo(1, within(1e-12));
        assertThat(metrics.ece()).isCloseTo(0, within(1e-12));
        assertThat(metrics.brier()).isCloseTo(.16, within(1e-12));
    }

    @Test
    void nobodyCanBeRankedWhereAllStayed() {
        assertThatThrownBy(() -> Metrics.of(new boolean[3], new double[] {.1, .2, .3}))
                .hasMessageContaining("customers who left and customers who stayed");
    }

    @Property(tries = 200)
    void profitIsNeverNegativeAndNeverMoreThanKeepingEveryLeaverWhoAccepts(@ForAll @Size(12) double[] said) {
        boolean[] left = new boolean[12];
        for (int i = 0; i < 12; i += 3) {
            left[i] = true;
        }

        assertThat(Empc.of(left, said).profit()).isBetween(-1e-12, 200 * .95 * .3 / 3);
    }
}
