package io.vigie.retention.policy;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.RiskAssessed;
import java.time.Instant;
import java.util.Optional;

/** What acting on one customer is worth: churn probability × share kept × value at stake, less the action's cost. */
record Worth(RiskAssessed risk, Facts facts, PolicyFile figures) {
    /** Margin at stake, minor units. */
    long stake() {
        return minor(stakeInMajor());
    }

    boolean pays(Action action) {
        return profitInMajor(action) > 0;
    }

    /** Minor units. */
    long profit(Action action) {
        return minor(profitInMajor(action));
    }

    Step step(Action action, Optional<Team> team, Instant dueAt, boolean owed) {
        PolicyFile.ActionFigures costs = figures.actions().get(action);
        return new Step(
                action,
                team.orElse(costs.team()),
                action == Action.ACCOUNT_MANAGER_VISIT ? risk.decisionInput().accountManager() : Optional.empty(),
                dueAt,
                owed,
                minor(costs.cost()),
                profit(action),
                costs.minutes());
    }

    private double profitInMajor(Action action) {
        PolicyFile.ActionFigures costs = figures.actions().get(action);
        double saves = (facts.terminationNotified() ? costs.savesAfterNotice() : costs.saves()).mean();
        return risk.probability() * saves * stakeInMajor() - costs.cost();
    }

    private double stakeInMajor() {
        return figures.valueAtStake().of(facts.value(), risk.decisionInput().potential());
    }

    private long minor(double major) {
        return Math.round(major * facts.minorUnits());
    }
}
