package io.vigie.retention.policy;

import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Offer;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.DecisionInput;
import io.vigie.events.risk.RiskAssessed;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that could be done for one customer, each with what it would be worth: p·save·V less its cost and less its offer,
 * which those who would have stayed take as well.
 */
final class Options {
    private static final double NEARLY_SURE = 0.95;

    private final RiskAssessed risk;
    private final Facts facts;
    private final PolicyFile figures;
    private final SaveRates rates;
    private final WaysToReach ways;
    private final double probability;

    Options(Occasion occasion, Facts facts, PolicyFile figures, Optional<String> programme, Optional<String> matter) {
        this.risk = occasion.risk();
        this.facts = facts;
        this.figures = figures;
        this.rates = occasion.rates();
        String purpose = programme.orElse("");
        this.ways = facts.ways(Occasion.purpose(purpose), matter);
        // who is gone has left for certain
        this.probability = Occasion.winsBack(purpose) ? 1 : risk.probability();
    }

    /** From the hardest down, each without an offer and with each that its cause allows. */
    List<Option> upTo(Action hardest) {
        return Arrays.stream(Action.values())
                .sorted(Comparator.reverseOrder())
                .filter(action -> action.compareTo(hardest) <= 0)
                .flatMap(action -> Stream.concat(
                                Stream.of(Optional.<OfferRule>empty()),
                                figures.offers().getOrDefault(risk.cause(), List.of()).stream()
                                        .filter(offer -> offer.from().compareTo(action) <= 0)
                                        .map(Optional::of))
                        .map(offer -> option(action, offer)))
                .toList();
    }

    /** For what a customer has a right to be told, which needs no permission. */
    boolean usable(Action action) {
        return ways.usable(action);
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

    Option option(Action action, Optional<OfferRule> rule) {
        PolicyFile.ActionFigures costs = figures.actions().get(action);
        SaveRates.Rate rate = rate(action, costs);
        double saves = Math.min(
                NEARLY_SURE, rate.belief().mean() * rule.map(OfferRule::lift).orElse(1.0));
        Optional<Double> given = rule.map(offer -> offer.cost(facts.value(), stake()));
        double offerCost = given.orElse(0.0) * (probability * saves + 1 - probability);
        Optional<Offer> offer = rule.map(one -> one.offer(given.orElse(0.0), facts.minorUnits()));
        return new Option(
                action,
                offer,
                barredBy(action),
                saves,
                rate.learned(),
                costs.cost(),
                offerCost,
                probability * saves * stake() - costs.cost() - offerCost);
    }

    /** Major units. */
    double stake() {
        return figures.valueAtStake().of(facts.value(), risk.decisionInput().potential());
    }

    private SaveRates.Rate rate(Action action, PolicyFile.ActionFigures costs) {
        boolean notice = facts.terminationNotified();
        return rates.of(
                new SaveRates.Of(action, risk.decisionInput().segment(), notice),
                notice ? costs.savesAfterNotice() : costs.saves());
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
