package io.vigie.local.simulator;

import io.vigie.events.retention.Action;
import java.util.Map;
import java.util.Optional;

/** What an action does on average where the truth tells what it did once: the same without the luck of a single draw. */
public final class Odds {
    private static final Model.Effects EFFECTS = Model.shipped().effects();

    private Odds() {}

    /** The probability with which it keeps somebody who leaves, over all degrees of openness. */
    public static double keeps(Action action, Truth.End end) {
        double base = EFFECTS.keeps().getOrDefault(end.leaving(), Map.of()).getOrDefault(action, 0.0);
        return base * EFFECTS.byCause().getOrDefault(end.cause(), Map.of()).getOrDefault(action, 1.0);
    }

    /** The probability with which it drives somebody away who would stay. */
    public static double drivesAway(Action action, boolean consents) {
        double base = Optional.ofNullable(EFFECTS.drivesAway().get(action)).orElse(0.0);
        return consents ? base : base * EFFECTS.drivesAwayWithoutConsent();
    }
}
