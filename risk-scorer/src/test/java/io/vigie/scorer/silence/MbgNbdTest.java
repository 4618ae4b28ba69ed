package io.vigie.scorer.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MbgNbdTest {
    /** The published fit on a CD shop, in weeks. */
    private final MbgNbd shop = new MbgNbd(0.5248, 6.183, 0.8914, 1.614);

    @Test
    void aOneTimeBuyerFadesAsPublished() {
        assertThat(shop.alive(0, 0, 38.86)).isCloseTo(0.3897, within(5e-5));
    }

    @Test
    void silenceIsNothingRightAfterAnOrderAndGrows() {
        assertThat(shop.silence(3, 20).applyAsDouble(20)).isZero();
        assertThat(shop.silence(3, 20).applyAsDouble(30))
                .isBetween(0.0, shop.silence(3, 20).applyAsDouble(60));
        assertThat(shop.silence(3, 20).applyAsDouble(10_000)).isBetween(0.9, 1.0);
    }

    @Test
    void theAgeAtWhichAliveFallsToAThresholdIsFound() {
        double age = shop.ageWhenAlive(0.1, 10, 300);

        assertThat(shop.alive(10, 300, age)).isCloseTo(0.1, within(1e-9));
    }
}
