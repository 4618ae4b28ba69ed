package io.vigie.retention.policy;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.Offer;
import io.vigie.events.retention.Team;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What each action would be worth: p·save·V less its cost and less its offer, which those who would have stayed take as
 * well; and what the time that it takes would be worth elsewhere.
 *
 * @param minorUnits in one major unit of the company's currency
 */
record Valuation(PolicyFile figures, Knowledge known, Situation situation, double minorUnits) {
    private static final double NEARLY_SURE = 0.95;

    /**
     * From the hardest down, each without an offer and with each that its cause allows.
     *
     * @param barredBy the rule that stands against an action, where one does
     * @param team who would do it
     */
    List<Option> upTo(Action hardest, Function<Action, Optional<String>> barredBy, Function<Action, Team> team) {
        return Arrays.stream(Action.values())
                .sorted(Comparator.reverseOrder())
                .filter(action -> action.compareTo(hardest) <= 0)
                .flatMap(action -> Stream.concat(
                                Stream.of(Optional.<OfferRule>empty()),
                                figures.offers().getOrDefault(situation.cause(), List.of()).stream()
                                        .filter(offer -> offer.from().compareTo(action) <= 0)
                                        .map(Optional::of))
                        .map(offer -> option(action, offer, barredBy.apply(action), team.apply(action))))
                .toList();
    }

    Option option(Action action, Optional<OfferRule> rule, Optional<String> barredBy, Team team) {
        PolicyFile.ActionFigures costs = figures.actions().get(action);
        SaveRates.Rate rate = rate(action, costs);
        double saves = Math.min(
                NEARLY_SURE, rate.belief().mean() * rule.map(OfferRule::lift).orElse(1.0));
        double kept = situation.probability() * saves;
        Optional<Double> given = rule.map(offer -> offer.cost(situation.value(), stake()));
        double offerCost = given.orElse(0.0) * (kept + 1 - situation.probability());
        Optional<Offer> offer = rule.map(one -> one.offer(given.orElse(0.0), minorUnits));
        return new Option(
                action,
                offer,
                barredBy,
                saves,
                rate.learned(),
                costs.cost(),
                offerCost,
                kept * stake() - costs.cost() - offerCost,
                known.minutePrice(team) * costs.minutes() / minorUnits);
    }

    /** Major units. */
    double stake() {
        return figures.valueAtStake().of(situation.value(), situation.potential());
    }

    private SaveRates.Rate rate(Action action, PolicyFile.ActionFigures costs) {
        return known.rates()
                .of(
                        new SaveRates.Of(action, situation.segment(), situation.notice()),
                        situation.notice() ? costs.savesAfterNotice() : costs.saves());
    }
}
