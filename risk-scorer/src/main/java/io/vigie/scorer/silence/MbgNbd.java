package io.vigie.scorer.silence;

import java.util.function.DoubleUnaryOperator;

/**
 * How likely a customer who orders without a contract is still one, given how often and how lately they ordered:
 * MBG/NBD (Batislam, Denizel and Filiztekin 2007), which also lets one-time buyers fade.
 *
 * @param r shape of the order rates over customers
 * @param alphaDays scale of the order rates, days
 * @param a first parameter of the chance to leave after an order
 * @param b second parameter of it
 */
public record MbgNbd(double r, double alphaDays, double a, double b) implements BuyTillYouDie {
    public MbgNbd {
        check(r, alphaDays, a, b);
    }

    @Override
    public int chances(int repeats) {
        return repeats + 1;
    }

    /**
     * s(T) = 1 − P(alive at T) / P(alive at the last order), T in days since the first order: 0 right after an order, so
     * a new customer alarms nobody.
     */
    public DoubleUnaryOperator silence(int repeats, double lastDays) {
        double then = alive(repeats, lastDays, lastDays);
        return ageDays -> 1 - alive(repeats, lastDays, Math.max(lastDays, ageDays)) / then;
    }

    /** The age T, in days since the first order, at which P(alive) has fallen to a threshold. */
    public double ageWhenAlive(double threshold, int repeats, double lastDays) {
        double growth = (1 / threshold - 1) * (b + repeats) / a;
        double age = (alphaDays + lastDays) * Math.pow(growth, 1 / (r + repeats)) - alphaDays;
        return Math.max(lastDays, age);
    }

    static void check(double r, double alphaDays, double a, double b) {
        if (!(r > 0 && alphaDays > 0 && a > 0 && b > 0)) {
            throw new IllegalArgumentException("r, alphaDays, a and b must all be above 0");
        }
    }
}
