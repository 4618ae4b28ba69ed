package io.vigie.scorer.stream;

import java.util.function.LongSupplier;

/**
 * How everybody is looked at again once the model has changed.
 *
 * @param version of the model in use
 * @param aSecond how many customers of a partition a second
 */
record Pace(LongSupplier version, int aSecond) {
    Pace {
        if (aSecond < 1) {
            throw new IllegalArgumentException("at least one customer a second must be looked at again");
        }
    }

    /** For where the model never changes. */
    static Pace none() {
        return new Pace(() -> 0, 1);
    }
}
