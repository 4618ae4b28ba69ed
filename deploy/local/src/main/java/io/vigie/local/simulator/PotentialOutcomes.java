package io.vigie.local.simulator;

import io.vigie.events.customer.Channel;
import io.vigie.events.retention.Action;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Draws what each action would do to one customer: how open they are is shared by all actions, the rest is luck. */
final class PotentialOutcomes {
    private static final double MOST = 0.95;

    private final Model.Effects effects;

    PotentialOutcomes(Model.Effects effects) {
        this.effects = effects;
    }

    Map<Action, Truth.Effect> draw(Subject subject, Optional<Leave> leave, Dice dice) {
        double openness = dice.between(0, 2);
        Map<Action, Truth.Effect> outcomes = new EnumMap<>(Action.class);
        for (Action action : Action.values()) {
            boolean struck = dice.chance(
                    leave.map(end -> keeps(action, end, openness)).orElseGet(() -> drivesAway(action, subject)));
            Truth.Effect effect = leave.isPresent() ? Truth.Effect.KEEPS : Truth.Effect.DRIVES_AWAY;
            outcomes.put(action, struck ? effect : Truth.Effect.NONE);
        }
        return outcomes;
    }

    private double keeps(Action action, Leave leave, double openness) {
        double base = effects.keeps().getOrDefault(leave.leaving(), Map.of()).getOrDefault(action, 0.0);
        double factor = effects.byCause().getOrDefault(leave.cause(), Map.of()).getOrDefault(action, 1.0);
        return Math.min(MOST, base * factor * openness);
    }

    private double drivesAway(Action action, Subject subject) {
        double base = effects.drivesAway().getOrDefault(action, 0.0);
        return subject.consentsTo(channelOf(action)) ? base : base * effects.drivesAwayWithoutConsent();
    }

    private static Channel channelOf(Action action) {
        return switch (action) {
            case MESSAGE -> Channel.EMAIL;
            case LETTER -> Channel.LETTER;
            case CALL -> Channel.PHONE;
            case ACCOUNT_MANAGER_VISIT, SALES_DIRECTOR_VISIT -> Channel.VISIT;
        };
    }
}
