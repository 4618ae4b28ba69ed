package io.vigie.local.proof;

import io.vigie.events.retention.Action;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.local.simulator.Odds;
import io.vigie.local.simulator.Truth;
import java.time.Duration;
import java.time.Instant;

/**
 * A customer as scorer and orchestrator see them at an instant, beside what nobody sees.
 *
 * @param truth of the life that they live then
 */
record Scene(RiskAssessed risk, Truth truth) {
    private static final Duration HORIZON = Duration.ofDays(90);
    private static final double CENTS = 100;

    boolean leaves() {
        Instant until = risk.asOf().plus(HORIZON);
        return truth.leaves().filter(end -> !end.at().isAfter(until)).isPresent();
    }

    /** Kept from the onset of what drives them away up to the last chance; driven away where they would have stayed. */
    boolean leavesAfter(Action action) {
        return switch (truth.actions().get(action)) {
            case NONE -> leaves();
            case KEEPS -> leaves() && !inTime();
            case DRIVES_AWAY -> true;
        };
    }

    private boolean inTime() {
        return truth.leaves()
                .filter(end -> !risk.asOf().isBefore(end.from()) && !risk.asOf().isAfter(end.lastChance()))
                .isPresent();
    }

    /** Two years' margin in major units, which stay or go with the customer. */
    double margin() {
        return 2 * risk.decisionInput().yearlyMargin() / CENTS;
    }

    /** Margin that an action keeps on average, less what it drives away: luck would only hide the difference. */
    double keptBy(Action action) {
        double kept = truth.leaves()
                .filter(_ -> leaves() && inTime())
                .map(end -> Odds.keeps(action, end))
                .orElse(0.0);
        double lost = leaves() ? 0 : Odds.drivesAway(action, true);
        return margin() * (kept - lost);
    }
}
