package io.vigie.retention.policy;

import io.vigie.events.wire.Ids;

/** Chance that can be drawn again: evenly spread over 0 to 1, and always the same of the same text. */
public final class Draw {
    private static final double STEPS = 0x1.0p53;

    private Draw() {}

    public static double of(String seed, String what) {
        return (Ids.derived(seed, what).getLeastSignificantBits() << 2 >>> 11) / STEPS;
    }
}
