package io.vigie.scorer.learning.metrics;

import java.util.List;
import org.hipparchus.special.Beta;

/**
 * Expected maximum profit of a churn campaign, for each customer, when nobody knows who will accept the offer.
 *
 * <p>Verbraken, Verbeke and Baesens (2013), doi:10.1109/TKDE.2012.50, with its defaults: value 200, offer 10, contact 1,
 * acceptance ~ Beta(6, 14).
 *
 * @param profit in the currency of the value
 * @param share of all customers to be contacted for it
 */
public record Empc(double profit, double share) {
    private static final double ALPHA = 6;
    private static final double BETA = 14;
    private static final double VALUE = 200;
    private static final double OFFER = 10 / VALUE;
    private static final double CONTACT = 1 / VALUE;

    public static Empc of(boolean[] left, double[] probability) {
        Roc roc = new Roc(left, probability);
        List<Roc.Point> hull = roc.hull();
        double leavers = roc.shareOfLeavers();
        double profit = 0;
        double share = 0;
        double from = 0;
        for (int i = 0; i < hull.size() && from < 1; i++) {
            Roc.Point here = hull.get(i);
            double to = i + 1 < hull.size() ? Math.min(1, indifference(here, hull.get(i + 1), leavers)) : 1;
            double chance = acceptance(ALPHA, to) - acceptance(ALPHA, from);
            double accepted = ALPHA / (ALPHA + BETA) * (acceptance(ALPHA + 1, to) - acceptance(ALPHA + 1, from));
            double reached = leavers * here.ofLeavers();
            double disturbed = (1 - leavers) * here.ofStayers();
            profit += VALUE
                    * ((1 - OFFER) * reached * accepted - (CONTACT * reached + (OFFER + CONTACT) * disturbed) * chance);
            share += (reached + disturbed) * chance;
            from = to;
        }
        return new Empc(profit, share);
    }

    /** The acceptance above which the next threshold pays more than this one. */
    private static double indifference(Roc.Point here, Roc.Point next, double leavers) {
        double reached = leavers * (next.ofLeavers() - here.ofLeavers());
        double disturbed = (1 - leavers) * (next.ofStayers() - here.ofStayers());
        return (CONTACT * reached + (OFFER + CONTACT) * disturbed) / ((1 - OFFER) * reached);
    }

    private static double acceptance(double alpha, double upTo) {
        return Beta.regularizedBeta(upTo, alpha, BETA);
    }
}
