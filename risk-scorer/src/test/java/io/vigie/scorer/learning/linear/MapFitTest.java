package io.vigie.scorer.learning.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class MapFitTest {
    private static final double[] TRUTH = {-2, 1.3, .35, -.8, 0};

    @Property(tries = 100)
    void withoutDataTheExpertIsBelievedExactly(
            @ForAll @DoubleRange(min = -4, max = 4) double mean,
            @ForAll @DoubleRange(min = .1, max = 3) double spread) {
        List<Gaussian> prior = List.of(new Gaussian(-2.7, 2), new Gaussian(mean, spread));

        List<Gaussian> posterior = new MapFit(new double[0][], new boolean[0], prior).fit();

        assertThat(posterior).extracting(Gaussian::mean).containsExactly(-2.7, mean);
        assertThat(posterior.get(1).spread()).isCloseTo(spread, within(1e-12));
    }

    @Test
    void muchDataOverrideAWrongExpert() {
        List<Gaussian> posterior = drawn(40_000, new Gaussian(2, .7));

        for (int j = 0; j < TRUTH.length; j++) {
            Gaussian weight = posterior.get(j);
            assertThat(weight.mean()).isCloseTo(TRUTH[j], within(4 * weight.spread()));
            assertThat(weight.spread()).isLessThan(.05);
        }
    }

    @Test
    void littleDataLeaveRoomForDoubt() {
        Gaussian sure = drawn(20_000, new Gaussian(0, 1)).get(1);
        Gaussian unsure = drawn(50, new Gaussian(0, 1)).get(1);

        assertThat(unsure.high() - unsure.low()).isGreaterThan(5 * (sure.high() - sure.low()));
    }

    @Test
    void whereOneInputTellsAllTheBeliefKeepsItsWeightFinite() {
        double[][] rows = IntStream.range(0, 200)
                .mapToObj(i -> new double[] {1, i < 100 ? -1 : 1})
                .toArray(double[][]::new);
        boolean[] left = new boolean[200];
        IntStream.range(100, 200).forEach(i -> left[i] = true);

        List<Gaussian> posterior = new MapFit(rows, left, List.of(new Gaussian(0, 2), new Gaussian(0, 1))).fit();

        assertThat(posterior.get(1).mean()).isBetween(2.0, 6.0);
    }

    private static List<Gaussian> drawn(int customers, Gaussian belief) {
        Random random = new Random(11);
        double[][] rows = new double[customers][TRUTH.length];
        boolean[] left = new boolean[customers];
        for (int i = 0; i < customers; i++) {
            double logOdds = 0;
            for (int j = 0; j < TRUTH.length; j++) {
                rows[i][j] = j == 0 ? 1 : random.nextGaussian();
                logOdds += TRUTH[j] * rows[i][j];
            }
            left[i] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
        }
        return new MapFit(rows, left, List.of(belief, belief, belief, belief, belief)).fit();
    }
}
