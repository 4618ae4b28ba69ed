package io.vigie.scorer.model;

import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.signal.Cause;
import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.profile.Profile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers what moves a risk into one reason a signal type or feature, so that they add up exactly to its log-odds. */
public final class Explanation {
    private static final double NOTHING = 1e-12;

    private final double base;
    private final Map<String, double[]> sums = new TreeMap<>();

    /** @param base the log-odds to which the reasons add */
    public Explanation(double base) {
        this.base = base;
    }

    /** Adds to a factor's reason: by how much it moves the log-odds, and the count or value behind it. */
    public void add(String factor, double logOdds, double count) {
        double[] sum = sums.computeIfAbsent(factor, fresh -> new double[2]);
        sum[0] += logOdds;
        sum[1] += count;
    }

    /** The risk's share, given the log-odds of both. */
    public RiskShare share(RiskKind kind, double byChoice, double unpaid) {
        List<Reason> reasons = sums.entrySet().stream()
                .map(sum -> new Reason(sum.getKey(), sum.getValue()[0], sum.getValue()[1]))
                .filter(reason -> Math.abs(reason.logOdds()) > NOTHING)
                .sorted(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.logOdds()))
                        .thenComparing(Reason::factor))
                .toList();
        double own = kind == RiskKind.UNPAID ? unpaid : byChoice;
        return new RiskShare(Math.exp(own) / (1 + Math.exp(byChoice) + Math.exp(unpaid)), own, base, reasons);
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
