package io.vigie.retention.policy;

import io.vigie.events.customer.Purpose;
import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.DecisionInput;
import io.vigie.events.risk.RiskAssessed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All that could be done for one customer: what is open to them, and what each would be worth. */
final class Options {
    private final RiskAssessed risk;
    private final Facts facts;
    private final PolicyFile figures;
    private final Valuation valuation;
    private final WaysToReach ways;

    Options(Occasion occasion, Facts facts, PolicyFile figures, Purpose purpose, Optional<String> matter) {
        this.risk = occasion.risk();
        this.facts = facts;
        this.figures = figures;
        this.ways = facts.ways(purpose, matter);
        this.valuation = new Valuation(
                figures, occasion.known(), facts.situation(purpose == Purpose.WIN_BACK), facts.minorUnits());
    }

    /**
     * From the hardest down, each without an offer and with each that its cause allows.
     *
     * @param team who does an action, where it is not its usual team
     */
    List<Option> upTo(Action hardest, Function<Action, Optional<Team>> team) {
        return valuation.upTo(hardest, this::barredBy, action -> team.apply(action)
                .orElse(figures.actions().get(action).team()));
    }

    /** What a person chose, without an offer. */
    Option chosen(Action action, Team team) {
        return valuation.option(action, Optional.empty(), barredBy(action), team);
    }

    /** From when an action up to the hardest will be open that now is not. */
    Optional<Instant> opensAt(Action hardest) {
        return ways.opensAt(hardest);
    }

    /** How a customer can be told what they have a right to. */
    Optional<Action> towards() {
        return ways.towards();
    }

    Step step(Option option, Optional<Team> team, Instant dueAt, boolean owed, boolean counted) {
        PolicyFile.ActionFigures costs = figures.actions().get(option.action());
        Team doer = team.orElse(costs.team());
        boolean own = option.action() == Action.ACCOUNT_MANAGER_VISIT && doer == Team.ACCOUNT_MANAGERS;
        return new Step(
                option.action(),
                doer,
                own ? risk.decisionInput().accountManager() : Optional.empty(),
                dueAt,
                owed,
                counted,
                minor(option.cost()),
                minor(option.profit()),
                costs.minutes(),
                option.offer());
    }

    /** Major units. */
    double stake() {
        return valuation.stake();
    }

    /** An account manager never visits a customer who has an incident with them open. */
    private Optional<String> barredBy(Action action) {
        DecisionInput customer = risk.decisionInput();
        boolean unfitting =
                action == Action.ACCOUNT_MANAGER_VISIT && (customer.segment() == Segment.B2C || facts.incidentOpen());
        return unfitting ? Optional.of("unfitting") : ways.barredBy(action);
    }

    private long minor(double major) {
        return Math.round(major * facts.minorUnits());
    }
}
