package io.vigie.scorer.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.scorer.silence.GammaGamma.Spend;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GammaGammaTest {
    @Test
    void whoOrderedOftenIsTakenAtTheirOwnMean() {
        GammaGamma model = new GammaGamma(6.25, 3.74, 15.44);

        assertThat(model.expectedAmount(new Spend(1_000, 80))).isCloseTo(80, within(0.5));
        assertThat(model.expectedAmount(new Spend(1, 80))).isBetween(35.0, 70.0);
    }

    @Test
    void amountsThatTellNothingAreRefusedWithTheReason() {
        assertThat(why(List.of(new Spend(3, 20)))).contains("too few");
        assertThat(why(Collections.nCopies(50, new Spend(3, 20)))).contains("the same");
    }

    private static String why(List<Spend> spend) {
        return ((Fit.Impossible<GammaGamma>) GammaGamma.fit(spend)).why();
    }
}
