package io.vigie.scorer.profile;

import io.vigie.scorer.silence.MbgNbd;
import java.time.Instant;

/**
 * How long without an order means something of a customer without a contract: until P(alive) has fallen below a
 * threshold, or so many days, whichever comes first.
 *
 * @param aliveBelow the threshold, between 0 and 1
 * @param days since the last order
 */
public record Absence(double aliveBelow, int days) {
    public Absence {
        if (!(aliveBelow > 0 && aliveBelow < 1 && days > 0)) {
            throw new IllegalArgumentException("an absence needs aliveBelow between 0 and 1, and days above 0");
        }
    }

    Instant since(Orders orders, MbgNbd silence) {
        double lastDays = Days.between(orders.first(), orders.last());
        double faded = silence.ageWhenAlive(aliveBelow, orders.repeats(), lastDays);
        return Days.after(orders.first(), Math.min(faded, lastDays + days));
    }
}
