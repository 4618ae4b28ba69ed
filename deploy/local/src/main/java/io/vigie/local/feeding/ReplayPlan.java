package io.vigie.local.feeding;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How a history is replayed.
 *
 * @param rate signals a second; as fast as it goes where empty
 * @param shuffle seed of another order of arrival; in order of time where empty
 * @param duplicates share of signals that are sent a second time, later, 0 to 1
 */
public record ReplayPlan(OptionalDouble rate, OptionalLong shuffle, double duplicates) {
    public ReplayPlan {
        if (rate.isPresent() && !(rate.getAsDouble() > 0)) {
            throw new IllegalArgumentException("a rate is signals a second, more than 0");
        }
        if (!(duplicates >= 0 && duplicates <= 1)) {
            throw new IllegalArgumentException("a share of duplicates is 0 to 1, is " + duplicates);
        }
    }

    /** In order of time, once each, as fast as it goes. */
    public static ReplayPlan plain() {
        return new ReplayPlan(OptionalDouble.empty(), OptionalLong.empty(), 0);
    }

    public ReplayPlan shuffledBy(long seed) {
        return new ReplayPlan(rate, OptionalLong.of(seed), duplicates);
    }

    public ReplayPlan withDuplicates(double share) {
        return new ReplayPlan(rate, shuffle, share);
    }
}
