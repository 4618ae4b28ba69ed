package io.vigie.scorer.silence;

import io.vigie.scorer.silence.MaximumLikelihood.Parameter;
import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * What a customer's orders come to on average, drawn towards what all customers' do as far as they are few: Gamma-Gamma
 * (Fader and Hardie 2013).
 *
 * @param p shape of one customer's amounts
 * @param q shape of the scales over customers
 * @param gamma scale of the scales, in the amounts' unit
 */
public record GammaGamma(double p, double q, double gamma) {
    private static final double SAME = 1e-9;

    /**
     * What one customer spent.
     *
     * @param orders x, how many orders
     * @param mean z̄, their mean amount
     */
    public record Spend(int orders, double mean) {
        public Spend {
            if (!(orders > 0 && mean > 0 && Double.isFinite(mean))) {
                throw new IllegalArgumentException("spend needs orders, and a mean above 0");
            }
        }
    }

    public GammaGamma {
        if (!(p > 0 && q > 0 && gamma > 0)) {
            throw new IllegalArgumentException("p, q and gamma must all be above 0");
        }
    }

    /** E[M | x, z̄] = p(γ + x·z̄)/(p·x + q − 1): the mean amount to expect of a customer's orders. */
    public double expectedAmount(Spend spend) {
        return p * (gamma + spend.orders() * spend.mean()) / (p * spend.orders() + q - 1);
    }

    public double logLikelihood(List<Spend> all) {
        double sum = 0;
        for (Spend spend : all) {
            double px = p * spend.orders();
            sum += Gamma.logGamma(px + q)
                    - Gamma.logGamma(px)
                    - Gamma.logGamma(q)
                    + q * Math.log(gamma)
                    + (px - 1) * Math.log(spend.mean())
                    + px * Math.log(spend.orders())
                    - (px + q) * Math.log(gamma + spend.orders() * spend.mean());
        }
        return sum;
    }

    /** The likeliest parameters; amounts may be in any unit. */
    public static Fit<GammaGamma> fit(List<Spend> all) {
        if (all.size() < SilenceFit.FEWEST_REPEATERS) {
            return new Fit.Impossible<>("too few customers with amounts: " + all.size() + ", at least "
                    + SilenceFit.FEWEST_REPEATERS + " are needed");
        }
        double unit = all.stream().mapToDouble(Spend::mean).average().orElseThrow();
        if (all.stream().allMatch(spend -> Math.abs(spend.mean() / unit - 1) < SAME)) {
            return new Fit.Impossible<>("all customers spend the same on average, so there is no spread to learn");
        }
        MaximumLikelihood search = new MaximumLikelihood(
                new Parameter("p", 1e-2, 1e4),
                new Parameter("q", 1e-2, 1e4),
                new Parameter("gamma", 1e-4 * unit, 1e4 * unit));
        MaximumLikelihood.Peak peak = search.highest(
                parameters -> made(parameters).logLikelihood(all),
                List.of(new double[] {5, 4, unit}, new double[] {1, 1.5, unit}, new double[] {20, 10, unit}));
        return new Fit.Found<>(made(peak.toArray()), peak.logLikelihood(), search.notes(peak));
    }

    private static GammaGamma made(double[] parameters) {
        return new GammaGamma(parameters[0], parameters[1], parameters[2]);
    }
}
