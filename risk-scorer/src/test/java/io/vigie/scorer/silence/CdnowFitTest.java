package io.vigie.scorer.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The published fits come back from the raw orders. */
class CdnowFitTest {
    private static final double HOLD_OUT = 273;
    private static final double WEEK = 7;
    private Cdnow cdnow;

    @BeforeEach
    void theRawOrders() {
        cdnow = Cdnow.read();
    }

    @Test
    void bgNbdComesBack() {
        var found = found(SilenceFit.bgNbd(orders()));

        assertParameters(found.model(), 0.2426, 4.4135, 0.7929, 2.4258);
        assertThat(found.logLikelihood()).isCloseTo(-9582.43 - inDays(), within(0.05));
    }

    @Test
    void mbgNbdComesBack() {
        var found = found(SilenceFit.mbgNbd(orders()));

        assertParameters(found.model(), 0.5248, 6.183, 0.8914, 1.614);
        assertThat(found.logLikelihood()).isCloseTo(-9582.13 - inDays(), within(0.05));
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void gammaGammaComesBack() {
        List<GammaGamma.Spend> spend = cdnow.repeatSpend();

        var found = found(GammaGamma.fit(spend));

        assertThat(spend).hasSize(946);
        assertThat(found.model().p()).isCloseTo(6.249, withinPercentage(1));
        assertThat(found.model().q()).isCloseTo(3.745, withinPercentage(1));
        assertThat(found.model().gamma()).isCloseTo(15.448, withinPercentage(1));
        assertThat(found.logLikelihood()).isCloseTo(-4055.92, within(0.05));
    }

    @Test
    void expectedOrdersTellWhoBuysAgain() {
        MbgNbd model = found(SilenceFit.mbgNbd(orders())).model();
        List<Integer> after = cdnow.ordersAfterCut();
        List<OrderHistory> histories = cdnow.histories();
        double[] expected = histories.stream()
                .mapToDouble(history -> model.expectedOrders(history, HOLD_OUT))
                .toArray();
        boolean[] again = new boolean[expected.length];
        for (int i = 0; i < again.length; i++) {
            again[i] = after.get(i) > 0;
        }

        assertThat(Ranking.auc(expected, again)).isGreaterThanOrEqualTo(0.772);
    }

    @Test
    void bgNbdExpectsWhatTheReferenceDoes() {
        BgNbd model = found(SilenceFit.bgNbd(orders())).model();

        double total = cdnow.histories().stream()
                .mapToDouble(history -> model.expectedOrders(history, HOLD_OUT))
                .sum();

        assertThat(cdnow.ordersAfterCut().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(1882);
        assertThat(total).isCloseTo(1653.4, within(3.0));
    }

    private OrderHistories orders() {
        return OrderHistories.of(cdnow.histories());
    }

    /** A density in days is a seventh of one in weeks, once for each repeat. */
    private double inDays() {
        return (orders().orders() - orders().customers()) * Math.log(WEEK);
    }

    private static void assertParameters(BuyTillYouDie model, double r, double alphaWeeks, double a, double b) {
        assertThat(model.r()).isCloseTo(r, withinPercentage(1));
        assertThat(model.alphaDays() / WEEK).isCloseTo(alphaWeeks, withinPercentage(1));
        assertThat(model.a()).isCloseTo(a, withinPercentage(1));
        assertThat(model.b()).isCloseTo(b, withinPercentage(1));
    }

    private static <M> Fit.Found<M> found(Fit<M> fit) {
        assertThat(fit).isInstanceOf(Fit.Found.class);
        return (Fit.Found<M>) fit;
    }
}
