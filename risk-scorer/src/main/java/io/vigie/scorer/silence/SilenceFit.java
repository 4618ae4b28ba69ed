package io.vigie.scorer.silence;

import io.vigie.scorer.silence.MaximumLikelihood.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fits the silence models to a company's own orders by maximum likelihood. */
public final class SilenceFit {
    static final int FEWEST_CUSTOMERS = 30;
    static final int FEWEST_REPEATERS = 10;
    private static final double AS_GOOD = 0.01;
    private static final int ENOUGH_TO_START = 2_000;
    private static final double[][] SHAPES = {{0.5, 1, 1.5}, {1.5, 0.3, 3}, {0.2, 2, 6}};

    private SilenceFit() {}

    public static Fit<MbgNbd> mbgNbd(OrderHistories orders) {
        return fit(orders, MbgNbd::new);
    }

    public static Fit<BgNbd> bgNbd(OrderHistories orders) {
        return fit(orders, BgNbd::new);
    }

    /**
     * A fit that has been held against the parameters given.
     *
     * @param auc how well, fitted on what was known before, its silence told who would stay away
     * @param aucOfGiven how well the given parameters did
     */
    public record Judged(MbgNbd model, double auc, double aucOfGiven) {}

    /**
     * Fits, and judges: parameters under which orders are likeliest may still say nothing of who stays away, where hardly
     * anybody seems to leave for good. Then they are worse than those given.
     */
    public static Fit<Judged> judged(OrderHistories orders, HoldOut before, MbgNbd given) {
        return judged(orders, before, given, AS_GOOD);
    }

    /** The same, used however badly it tells who stays away: whoever asks for it has reasons. */
    public static Fit<Judged> anyhow(OrderHistories orders, HoldOut before, MbgNbd given) {
        return judged(orders, before, given, 1);
    }

    private static Fit<Judged> judged(OrderHistories orders, HoldOut before, MbgNbd given, double worseBy) {
        return switch (mbgNbd(before.histories())) {
            case Fit.Impossible<MbgNbd>(String why) ->
                new Fit.Impossible<>("too little was known before the last stretch to judge by: " + why);
            case Fit.Found<MbgNbd>(MbgNbd then, double _, List<String> _) ->
                judged(orders, before.auc(then), before.auc(given), worseBy);
        };
    }

    private static Fit<Judged> judged(OrderHistories orders, double auc, double aucOfGiven, double worseBy) {
        if (auc < aucOfGiven - worseBy) {
            return new Fit.Impossible<>(String.format(
                    Locale.ROOT,
                    "a fit tells worse than the scorecard's parameters who stays away: AUC %.3f against %.3f",
                    auc,
                    aucOfGiven));
        }
        return switch (mbgNbd(orders)) {
            case Fit.Impossible<MbgNbd>(String why) -> new Fit.Impossible<>(why);
            case Fit.Found<MbgNbd>(MbgNbd model, double logLikelihood, List<String> notes) ->
                new Fit.Found<>(new Judged(model, auc, aucOfGiven), logLikelihood, notes);
        };
    }

    private interface Making<M> {
        M of(double r, double alphaDays, double a, double b);
    }

    private static <M extends BuyTillYouDie> Fit<M> fit(OrderHistories orders, Making<M> making) {
        Optional<String> lack = lack(orders);
        if (lack.isPresent()) {
            return new Fit.Impossible<>(lack.get());
        }
        double span = orders.meanAgeDays();
        MaximumLikelihood search = new MaximumLikelihood(
                new Parameter("r", 1e-3, 1e3),
                new Parameter("alphaDays", 1e-4 * span, 1e4 * span),
                new Parameter("a", 1e-3, 1e3),
                new Parameter("b", 1e-3, 1e3));
        OrderHistories few = orders.thinnedTo(ENOUGH_TO_START);
        double[] near = search.highest(parameters -> made(making, parameters).logLikelihood(few), starts(orders))
                .toArray();
        MaximumLikelihood.Peak peak =
                search.refined(parameters -> made(making, parameters).logLikelihood(orders), near);
        return new Fit.Found<>(made(making, peak.toArray()), peak.logLikelihood(), search.notes(peak));
    }

    /** Rates that agree with the mean number of repeats, at several spreads and chances to leave. */
    private static List<double[]> starts(OrderHistories orders) {
        double repeatsADay =
                (double) (orders.orders() - orders.customers()) / orders.customers() / orders.meanAgeDays();
        List<double[]> starts = new ArrayList<>();
        for (double[] shape : SHAPES) {
            starts.add(new double[] {shape[0], shape[0] / (2 * repeatsADay), shape[1], shape[2]});
        }
        return starts;
    }

    private static <M> M made(Making<M> making, double[] parameters) {
        return making.of(parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    private static Optional<String> lack(OrderHistories orders) {
        if (orders.customers() < FEWEST_CUSTOMERS) {
            return Optional.of("too few customers with orders: " + orders.customers() + ", at least " + FEWEST_CUSTOMERS
                    + " are needed");
        }
        if (orders.repeaters() < FEWEST_REPEATERS) {
            return Optional.of("too few customers who ordered on more than one day: " + orders.repeaters()
                    + ", at least " + FEWEST_REPEATERS + " are needed");
        }
        if (orders.size() < FEWEST_REPEATERS) {
            return Optional.of("the customers' histories hardly differ: " + orders.size() + " different ones, at least "
                    + FEWEST_REPEATERS + " are needed");
        }
        return Optional.empty();
    }
}
