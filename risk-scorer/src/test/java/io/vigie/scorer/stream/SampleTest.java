package io.vigie.scorer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final List<String> CUSTOMERS =
            IntStream.range(0, 100_000).mapToObj(i -> "c-%05d".formatted(i)).toList();

    @Test
    void whileTheyAreFewAllAreWatched() {
        assertThat(CUSTOMERS).allMatch(new Sample(() -> 199)::holds);
    }

    @Test
    void ofManyAboutAsManyAreWatchedAsAreEnough() {
        long watched =
                CUSTOMERS.stream().filter(new Sample(CUSTOMERS::size)::holds).count();

        assertThat(watched).isBetween(100L, 260L);
    }

    @Test
    void whoIsWatchedAmongManyWasWatchedAmongFewer() {
        Sample few = new Sample(() -> 5_000);
        Sample many = new Sample(() -> 100_000);

        assertThat(CUSTOMERS.stream().filter(many::holds)).isNotEmpty().allMatch(few::holds);
    }
}
