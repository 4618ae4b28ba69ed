package io.vigie.scorer.profile;

import java.time.Instant;

/**
 * An exponentially decayed count: c(t) = Σ sᵢ · 2^(−(t−tᵢ)/h).
 *
 * @param amount the count at {@code at}
 * @param at when the count last changed
 * @param halfLifeDays h
 */
public record Decayed(double amount, Instant at, double halfLifeDays) {
    private static final double LN_2 = Math.log(2);

    public double at(Instant instant) {
        return amount * Math.exp(-LN_2 * Days.between(at, instant) / halfLifeDays);
    }

    /** The count after something more at an instant no earlier than the last. */
    Decayed plus(double strength, Instant instant) {
        return new Decayed(at(instant) + strength, instant, halfLifeDays);
    }

    /** The count after a remedy took away an amount, never more than there is. */
    Decayed lessAmount(double taken, Instant instant) {
        return new Decayed(Math.max(0, at(instant) - taken), instant, halfLifeDays);
    }
}
