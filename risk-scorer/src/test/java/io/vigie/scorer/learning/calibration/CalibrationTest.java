package io.vigie.scorer.learning.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Property(tries = 200)
    void isotonicSharesNeverFall(@ForAll @Size(30) List<@DoubleRange(min = -5, max = 5) Double> scores) {
        boolean[] left = new boolean[scores.size()];
        double[] logOdds = new double[scores.size()];
        for (int i = 0; i < logOdds.length; i++) {
            logOdds[i] = scores.get(i);
            left[i] = Math.floorMod(Double.hashCode(logOdds[i]), 3) == 0;
        }

        Calibration.Isotonic fitted = Pava.fit(left, logOdds);

        assertThat(fitted.shares()).isSorted();
        assertThat(fitted.logOdds()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void poolingNeighboursGivesTheirMean() {
        Calibration.Isotonic fitted = Pava.fit(new boolean[] {false, true, false, true}, new double[] {-1, 0, 1, 2});

        assertThat(fitted.logOdds()).containsExactly(-1.0, .5, 2.0);
        assertThat(fitted.shares()).containsExactly(0.0, .5, 1.0);
        assertThat(fitted.unclipped(-.25)).isCloseTo(.25, within(1e-12));
    }

    @Test
    void aScoreTwiceTooSureIsHalved() {
        Random random = new Random(5);
        boolean[] left = new boolean[20_000];
        double[] logOdds = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            double truth = -1 + random.nextGaussian();
            left[i] = random.nextDouble() < Calibration.sigmoid(truth);
            logOdds[i] = 2 * truth;
        }

        Calibration.Platt fitted = (Calibration.Platt) Calibrating.PLATT.fit(left, logOdds);

        assertThat(fitted.slope()).isCloseTo(.5, within(.03));
        assertThat(fitted.intercept()).isCloseTo(0, within(.06));
    }

    @Test
    void nothingIsEverCertain() {
        assertThat(new Calibration.Identity().probability(50)).isEqualTo(1 - 1e-4);
        assertThat(new Calibration.Identity().probability(-50)).isEqualTo(1e-4);
    }
}
