package io.vigie.scorer.silence;

import org.hipparchus.special.Gamma;

/**
 * Customers order at a rate of their own until, after some order, they leave unseen: the family of BG/NBD and MBG/NBD.
 *
 * <p>The two differ only in how often a customer with x repeats has had the chance to leave and did not: x times, or
 * x + 1 times where the first order counts as one too. Rates are Gamma(r, α) over customers, chances Beta(a, b).
 */
public sealed interface BuyTillYouDie permits BgNbd, MbgNbd {
    /** Shape of the order rates over customers. */
    double r();

    /** Scale of the order rates, days. */
    double alphaDays();

    /** First parameter of the chance to leave after an order. */
    double a();

    /** Second parameter of it. */
    double b();

    /** How many chances to leave a customer with so many repeats has let pass. */
    int chances(int repeats);

    /** P(alive) = 1 / (1 + a/(b+n−1) · ((α+T)/(α+tₓ))^(r+x)), n the chances let pass; 1 where there was none. */
    default double alive(OrderHistory history) {
        return alive(history.repeats(), history.lastDays(), history.ageDays());
    }

    /** The same of a history in parts. */
    default double alive(int repeats, double lastDays, double ageDays) {
        int n = chances(repeats);
        if (n == 0) {
            return 1;
        }
        double growth = Math.pow((alphaDays() + ageDays) / (alphaDays() + lastDays), r() + repeats);
        return 1 / (1 + a() / (b() + n - 1) * growth);
    }

    /**
     * Orders to expect of a customer within so many days from now:
     * (a+b+n−1)/(a−1) · [1 − ((α+T)/(α+T+t))^(r+x) · ₂F₁(r+x, b+n; a+b+n−1; t/(α+T+t))] · P(alive).
     */
    default double expectedOrders(OrderHistory history, double days) {
        double a = Math.abs(a() - 1) < 1e-6 ? 1 + 1e-6 : a();
        double shape = r() + history.repeats();
        int n = chances(history.repeats());
        double bottom = a + b() + n - 1;
        double known = alphaDays() + history.ageDays();
        double z = days / (known + days);
        double left = known / (known + days);
        double still = a - 1 > shape
                ? Math.pow(left, shape) * Hypergeometric.gauss(shape, b() + n, bottom, z)
                : Math.pow(left, a - 1) * Hypergeometric.gauss(bottom - shape, a - 1, bottom, z);
        return bottom / (a - 1) * (1 - still) * alive(history);
    }

    /** The log-likelihood of customers' orders, each history L = Γ(r+x)αʳ/Γ(r) · P(n survived) · (α+T)^−(r+x) / P(alive). */
    default double logLikelihood(OrderHistories orders) {
        double sum = 0;
        int repeats = -1;
        double ofRepeats = 0;
        for (int i = 0; i < orders.size(); i++) {
            OrderHistory history = orders.history(i);
            if (history.repeats() != repeats) {
                repeats = history.repeats();
                ofRepeats = logOf(repeats);
            }
            sum += orders.customers(i) * (ofRepeats + logOf(history));
        }
        return sum;
    }

    private double logOf(int repeats) {
        int n = chances(repeats);
        double rate = Gamma.logGamma(r() + repeats) - Gamma.logGamma(r()) + r() * Math.log(alphaDays());
        double survived = Gamma.logGamma(b() + n)
                - Gamma.logGamma(b())
                + Gamma.logGamma(a() + b())
                - Gamma.logGamma(a() + b() + n);
        return rate + survived;
    }

    private double logOf(OrderHistory history) {
        double shape = r() + history.repeats();
        double age = Math.log(alphaDays() + history.ageDays());
        int n = chances(history.repeats());
        if (n == 0) {
            return -shape * age;
        }
        double odds = Math.log(a() / (b() + n - 1)) + shape * (age - Math.log(alphaDays() + history.lastDays()));
        return -shape * age + Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds)));
    }
}
