package io.vigie.scorer.model;

import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.signal.Cause;
import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.profile.Profile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts an outlook at one instant into reasons that add up exactly to its log-odds. */
public final class Explanation {
    private static final double NOTHING = 1e-12;

    private Explanation() {}

    /** A risk's share: its probability, and its log-odds as base plus one reason a signal type or feature. */
    public static RiskShare of(Outlook outlook, RiskKind kind, Instant at) {
        Map<String, double[]> sums = new TreeMap<>();
        for (Term term : outlook.termsOf(kind)) {
            double[] sum = sums.computeIfAbsent(term.factor(), factor -> new double[2]);
            sum[0] += term.logOdds(at);
            sum[1] += term.value().applyAsDouble(at);
        }
        List<Reason> reasons = sums.entrySet().stream()
                .map(sum -> new Reason(sum.getKey(), sum.getValue()[0], sum.getValue()[1]))
                .filter(reason -> Math.abs(reason.logOdds()) > NOTHING)
                .sorted(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.logOdds()))
                        .thenComparing(Reason::factor))
                .toList();
        double byChoice = Math.exp(outlook.logOdds(RiskKind.BY_CHOICE, at));
        double unpaid = Math.exp(outlook.logOdds(RiskKind.UNPAID, at));
        double own = kind == RiskKind.UNPAID ? unpaid : byChoice;
        return new RiskShare(own / (1 + byChoice + unpaid), outlook.logOdds(kind, at), outlook.baseOf(kind), reasons);
    }

    /** The likeliest cause: that of the reason which moves the larger risk most towards leaving. */
    public static Cause cause(Profile profile, RiskShare byChoice, RiskShare unpaid) {
        if (unpaid.probability() > byChoice.probability()) {
            return Cause.PAYMENT;
        }
        return byChoice.reasons().stream()
                .filter(reason -> reason.logOdds() > 0)
                .findFirst()
                .map(reason -> profile.causes().getOrDefault(reason.factor(), Cause.HABITS))
                .orElse(Cause.SERVICE);
    }
}
