package io.vigie.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.file.RiskPart;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What is learned of one simulated company, said of others that it never saw, beside what came there of customers whom nobody
 * contacted. A probability is known no better than the customers allow by whom it was calibrated, so both numbers count: those
 * and the strangers.
 */
class CalibrationProofTest {
    /** Beyond this many standard errors, one band in 370 would lie by chance. */
    private static final double SURE = 3;

    private static final int BANDS = 5;
    private static final Foretold FORETOLD = Foretold.ofStrangers(2);

    @TestFactory
    Stream<DynamicTest> ofThoseToldAboutTheSameAsManyLeaveByChoiceAsWasSaid() {
        return FORETOLD.byProbability(BANDS).stream()
                .map(band -> DynamicTest.dynamicTest(
                        "about %.3f".formatted(band.said(RiskKind.BY_CHOICE)),
                        () -> comesTrue(band, RiskKind.BY_CHOICE, FORETOLD.judged(band))));
    }

    @Test
    void asManyLeaveByChoiceAsWasSaidOfAll() {
        comesTrue(FORETOLD, RiskKind.BY_CHOICE, FORETOLD.judged(FORETOLD));
    }

    @Test
    void asManyLeaveUnpaidAsWasSaidOfAll() {
        RiskPart unpaid = FORETOLD.file().part(RiskKind.UNPAID).orElseThrow();

        comesTrue(FORETOLD, RiskKind.UNPAID, unpaid.leavers() + unpaid.stayers());
    }

    /** @param known of how many customers it was known what came when probabilities were settled */
    private static void comesTrue(Foretold some, RiskKind risk, double known) {
        double said = some.said(risk);
        double came = some.came(risk);
        double error = Math.sqrt(said * (1 - said) * (1 / known + 1.0 / some.size()));

        assertThat(Math.abs(came - said))
                .as("of %d, %.4f left where %.4f was said, give or take %.4f", some.size(), came, said, error)
                .isLessThan(SURE * error);
    }
}
