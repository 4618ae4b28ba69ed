package io.vigie.scorer.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoalitionsTest {
    private static double[] product(float[][] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> row[0] * row[1] + 2 * row[2])
                .toArray();
    }

    @Test
    void whatTwoDoTogetherIsHalvedBetweenThem() {
        List<Coalitions.Share> shares = Coalitions.shares(
                new float[] {0, 0, 0},
                new float[] {3, 2, 5},
                List.of(List.of(0), List.of(1), List.of(2)),
                CoalitionsTest::product);

        assertThat(shares).extracting(Coalitions.Share::moved).containsExactly(3.0, 3.0, 10.0);
    }

    @Test
    void whatDoesNotDifferHasNoShare() {
        assertThat(Coalitions.shares(
                        new float[] {1, 1, 1},
                        new float[] {1, 1, 1},
                        List.of(List.of(0, 1), List.of(2)),
                        CoalitionsTest::product))
                .isEmpty();
    }

    @Test
    void ofManyTheWeakestAreOneAndTheSumStaysExact() {
        int inputs = 14;
        Function<float[][], double[]> worth = rows -> Arrays.stream(rows)
                .mapToDouble(row -> {
                    double sum = 0;
                    for (int i = 0; i < inputs; i++) {
                        sum += i * row[i] + row[i] * row[(i + 1) % inputs];
                    }
                    return Math.tanh(sum / 50);
                })
                .toArray();
        float[] before = new float[inputs];
        float[] after = new float[inputs];
        Arrays.fill(after, 1);

        List<Coalitions.Share> shares = Coalitions.shares(
                before, after, IntStream.range(0, inputs).mapToObj(List::of).toList(), worth);

        assertThat(shares).hasSize(8);
        assertThat(shares.getLast().inputs()).hasSize(7).contains(0);
        double[] ends = worth.apply(new float[][] {before, after});
        assertThat(shares.stream().mapToDouble(Coalitions.Share::moved).sum())
                .isCloseTo(ends[1] - ends[0], within(1e-12));
    }
}
