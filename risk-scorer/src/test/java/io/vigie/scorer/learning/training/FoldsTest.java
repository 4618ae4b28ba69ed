package io.vigie.scorer.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FoldsTest {
    @Property(tries = 50)
    void everyPartHasItsShareOfLeaversAndNoTwinsAreParted(
            @ForAll @IntRange(min = 200, max = 400) int customers, @ForAll long seed) {
        boolean[] left = new boolean[customers];
        int[] twins = IntStream.range(0, customers).map(i -> i / 2).toArray();
        IntStream.range(0, customers).forEach(i -> left[i] = i / 2 % 4 == 0);

        Folds folds = Folds.stratified(left, twins, 10, seed);

        for (int fold = 0; fold < 10; fold++) {
            int[] part = folds.in(fold);
            double leavers = Arrays.stream(part).filter(i -> left[i]).count();
            assertThat(leavers).isBetween(customers / 40.0 - 2.5, customers / 40.0 + 2.5);
            assertThat(folds.outside(fold, fold)).hasSize(customers - part.length);
        }
        for (int i = 0; i + 1 < customers; i += 2) {
            assertThat(folds.of().get(i)).isEqualTo(folds.of().get(i + 1));
        }
    }
}
