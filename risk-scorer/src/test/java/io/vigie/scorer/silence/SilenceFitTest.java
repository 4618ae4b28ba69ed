package io.vigie.scorer.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceFitTest {
    @ParameterizedTest
    @CsvSource({"0.5, 40, 0.9, 1.6", "2, 20, 0.5, 4", "0.8, 300, 1.5, 3", "5, 30, 1, 9"})
    void knownParametersAreRecovered(double r, double alphaDays, double a, double b) {
        MbgNbd truth = new MbgNbd(r, alphaDays, a, b);
        List<OrderHistory> drawn = drawn(truth, 1_500, 540, 7);

        var fit = (Fit.Found<MbgNbd>) SilenceFit.mbgNbd(OrderHistories.of(drawn));

        assertThat(fit.logLikelihood())
                .as("no worse than the truth, nor better than chance explains")
                .isBetween(
                        truth.logLikelihood(OrderHistories.of(drawn)),
                        truth.logLikelihood(OrderHistories.of(drawn)) + 15);
        double expected = sum(fit.model(), drawn);
        assertThat(expected).isCloseTo(sum(truth, drawn), withinPercentage(12));
    }

    @Test
    void theUnitOfTimeDoesNotMatter() {
        List<OrderHistory> days = drawn(new MbgNbd(0.7, 25, 0.8, 2), 1_500, 400, 3);
        List<OrderHistory> hours = days.stream()
                .map(one -> new OrderHistory(one.repeats(), one.lastDays() * 24, one.ageDays() * 24))
                .toList();

        MbgNbd inDays = ((Fit.Found<MbgNbd>) SilenceFit.mbgNbd(OrderHistories.of(days))).model();
        MbgNbd inHours = ((Fit.Found<MbgNbd>) SilenceFit.mbgNbd(OrderHistories.of(hours))).model();

        assertThat(inHours.r()).isCloseTo(inDays.r(), withinPercentage(1));
        assertThat(inHours.alphaDays() / 24).isCloseTo(inDays.alphaDays(), withinPercentage(1));
    }

    @Test
    void dataThatTellNothingAreRefusedWithTheReason() {
        assertThat(why(List.of())).contains("too few customers");
        assertThat(why(List.of(new OrderHistory(3, 20, 30)))).contains("too few customers");
        assertThat(why(Collections.nCopies(500, new OrderHistory(0, 0, 200)))).contains("more than one day");
        assertThat(why(Collections.nCopies(500, new OrderHistory(4, 100, 200)))).contains("hardly differ");
    }

    @Test
    void whereNobodyLeavesTheFitSaysThatItHitABound() {
        List<OrderHistory> faithful = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 400; i++) {
            int repeats = 20 + random.nextInt(30);
            faithful.add(new OrderHistory(repeats, 395 + random.nextInt(5), 400));
        }

        var fit = (Fit.Found<MbgNbd>) SilenceFit.mbgNbd(OrderHistories.of(faithful));

        assertThat(fit.notes()).isNotEmpty();
        assertThat(fit.model().alive(30, 399, 400)).isGreaterThan(0.95);
    }

    @Test
    void aFitThatTellsWorseThanTheGivenParametersWhoStaysAwayIsNotUsed() {
        MbgNbd truth = new MbgNbd(0.6, 40, 1, 2);
        MbgNbd another = new MbgNbd(0.05, 1, 1, 1);
        HoldOut asTheTruthSays = new HoldOut();
        HoldOut asAnotherSays = new HoldOut();
        List<OrderHistory> drawn = drawn(truth, 1_500, 540, 9);
        for (OrderHistory one : drawn) {
            asTheTruthSays.add(one, truth.silence(one.repeats(), one.lastDays()).applyAsDouble(one.ageDays()) < 0.5);
            asAnotherSays.add(
                    one, another.silence(one.repeats(), one.lastDays()).applyAsDouble(one.ageDays()) < 0.2);
        }
        OrderHistories orders = OrderHistories.of(drawn);

        assertThat(SilenceFit.judged(orders, asTheTruthSays, another)).isInstanceOf(Fit.Found.class);
        assertThat(SilenceFit.judged(orders, asAnotherSays, another))
                .isInstanceOfSatisfying(Fit.Impossible.class, refused -> assertThat(refused.why())
                        .contains("AUC", "against 1.000"));
        assertThat(SilenceFit.judged(orders, new HoldOut(), truth)).isInstanceOf(Fit.Impossible.class);
    }

    @Test
    void publishedSpotValuesComeBack() {
        BgNbd bg = new BgNbd(0.2426, 4.4135, 0.7929, 2.4258);
        MbgNbd mbg = new MbgNbd(0.5248, 6.183, 0.8914, 1.614);

        assertThat(bg.alive(2, 30.43, 38.86)).isCloseTo(0.7266, within(5e-4));
        assertThat(bg.expectedOrders(new OrderHistory(2, 30.43, 38.86), 39)).isCloseTo(1.2259, within(5e-4));
        assertThat(bg.alive(1, 1.71, 38.86)).isCloseTo(0.2122, within(5e-4));
        assertThat(bg.alive(0, 0, 38.86)).isEqualTo(1);
        assertThat(mbg.alive(0, 0, 38.86)).isCloseTo(0.3897, within(5e-4));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 40, 0.9, 1.6", "0.5, 40, 1, 1.6", "2, 20, 40, 90", "0.3, 10, 0.01, 0.02", "30, 300, 1.5, 3"})
    void expectedOrdersGrowWithTimeFromNothing(double r, double alphaDays, double a, double b) {
        MbgNbd model = new MbgNbd(r, alphaDays, a, b);
        for (OrderHistory history :
                List.of(new OrderHistory(0, 0, 100), new OrderHistory(3, 90, 100), new OrderHistory(300, 600, 601))) {
            double before = 0;
            for (double days : new double[] {1e-3, 1, 30, 300, 3_000, 300_000}) {
                double expected = model.expectedOrders(history, days);
                assertThat(expected).isFinite().isGreaterThanOrEqualTo(before - 1e-9);
                assertThat(expected)
                        .isLessThanOrEqualTo(
                                (r + history.repeats()) / (alphaDays + history.ageDays()) * days * 1.000001);
                before = expected;
            }
        }
    }

    private static String why(List<OrderHistory> histories) {
        return ((Fit.Impossible<MbgNbd>) SilenceFit.mbgNbd(OrderHistories.of(histories))).why();
    }

    private static double sum(MbgNbd model, List<OrderHistory> histories) {
        return histories.stream()
                .mapToDouble(history -> model.expectedOrders(history, 180))
                .sum();
    }

    /** Customers who order and leave just as the model says. */
    private static List<OrderHistory> drawn(MbgNbd truth, int customers, double longest, long seed) {
        Random random = new Random(seed);
        GammaDistribution rates = new GammaDistribution(truth.r(), 1 / truth.alphaDays());
        BetaDistribution chances = new BetaDistribution(truth.a(), truth.b());
        List<OrderHistory> drawn = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double rate = Math.max(1e-9, rates.inverseCumulativeProbability(random.nextDouble()));
            double leaves = chances.inverseCumulativeProbability(random.nextDouble());
            double age = longest * (0.5 + random.nextDouble() / 2);
            int repeats = 0;
            double last = 0;
            double at = -Math.log(1 - random.nextDouble()) / rate;
            while (random.nextDouble() >= leaves && at < age) {
                repeats++;
                last = at;
                at += -Math.log(1 - random.nextDouble()) / rate;
            }
            drawn.add(new OrderHistory(repeats, last, age));
        }
        return drawn;
    }
}
