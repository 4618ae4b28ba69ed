package io.vigie.scorer.stream;

import io.vigie.events.model.ReferenceFit;
import io.vigie.events.model.SilenceFitted;
import io.vigie.scorer.model.OrderBook;
import io.vigie.scorer.silence.BgNbd;
import io.vigie.scorer.silence.Fit;
import io.vigie.scorer.silence.HoldOut;
import io.vigie.scorer.silence.MbgNbd;
import io.vigie.scorer.silence.OrderHistories;
import io.vigie.scorer.silence.SilenceFit;
import io.vigie.scorer.silence.SilenceFit.Judged;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fits what silence means to an order book, cohort by cohort.
 *
 * @param given the scorecard's parameters, against which a fit is judged
 * @param until what happened later was left out
 * @param anyhow whether a fit is used that tells worse than the given
 */
record SilenceFitting(MbgNbd given, Instant until, boolean anyhow) {

    /** Fits each cohort by itself; one that cannot be fitted says why. */
    Lesson.Done fit(OrderBook book, Instant since, Clock clock) {
        List<SilenceFitted> fitted = new ArrayList<>();
        List<Lesson.Unfit> unfit = new ArrayList<>();
        book.histories().forEach((cohort, counts) -> {
            OrderHistories orders = OrderHistories.counted(counts);
            HoldOut before = book.holdOut(cohort);
            Fit<Judged> fit =
                    anyhow ? SilenceFit.anyhow(orders, before, given) : SilenceFit.judged(orders, before, given);
            switch (fit) {
                case Fit.Found<Judged> found -> fitted.add(told(cohort, since, book.firstDay(), orders, found));
                case Fit.Impossible<Judged>(String why) -> unfit.add(new Lesson.Unfit(cohort, why));
            }
        });
        return new Lesson.Done(since, clock.instant(), fitted, unfit);
    }

    private SilenceFitted told(
            String cohort, Instant at, Instant first, OrderHistories orders, Fit.Found<Judged> found) {
        MbgNbd model = found.model().model();
        return new SilenceFitted(
                cohort,
                at,
                first,
                until,
                orders.customers(),
                orders.repeaters(),
                orders.orders(),
                model.r(),
                model.alphaDays(),
                model.a(),
                model.b(),
                found.logLikelihood(),
                found.model().auc(),
                found.model().aucOfGiven(),
                found.notes(),
                reference(orders));
    }

    private static Optional<ReferenceFit> reference(OrderHistories orders) {
        return switch (SilenceFit.bgNbd(orders)) {
            case Fit.Impossible<BgNbd> _ -> Optional.empty();
            case Fit.Found<BgNbd>(BgNbd model, double logLikelihood, List<String> _) ->
                Optional.of(new ReferenceFit(model.r(), model.alphaDays(), model.a(), model.b(), logLikelihood));
        };
    }
}
