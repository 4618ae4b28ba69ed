package io.vigie.retention.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A sample is as large as it says, and always the same. */
class DrawnTest {
    @Test
    void everybodyIsDrawnWhereThereAreFew() {
        assertThat(Drawn.of(20_000, 300)).isEqualTo(new Drawn(1));
        assertThat(new Drawn(1)).accepts("anybody");
    }

    /** Of 20,000 draws with a chance of 0.1, five standard deviations are 212. */
    @Test
    void asManyAreDrawnAsTheShareSays() {
        Drawn drawn = Drawn.of(20_000, 200_000);

        long taken =
                IntStream.range(0, 20_000).filter(i -> drawn.test("c-" + i)).count();

        assertThat((double) taken).isCloseTo(2_000, within(212.0));
        assertThat(IntStream.range(0, 20_000).filter(i -> drawn.test("c-" + i)).count())
                .isEqualTo(taken);
    }
}
