package io.vigie.retention.golive;

import io.vigie.events.retention.Team;
import io.vigie.retention.policy.Decision;
import io.vigie.retention.policy.Knowledge;
import io.vigie.retention.policy.Occasion;
import io.vigie.retention.policy.Policy;
import io.vigie.retention.policy.Step;
import io.vigie.retention.rehearsal.Counting;
import io.vigie.retention.teams.Supply;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the price of each team's minute at which what the policy then wants of everybody fits into the time there is: it lets
 * the policy decide on all, turns away what brings least per minute, and asks again at the price of the best turned away,
 * until nobody is. Prices only rise and each is somebody's profit, so that it ends.
 */
public final class Fit {
    /** Keeps who was turned away out although figures are rounded. */
    private static final double ABOVE = 1 + 1e-9;

    private final Everybody everybody;
    private final Policy policy;
    private final Knowledge known;
    private final Supply supply;
    private final Instant at;
    private final ZoneId zone;

    /**
     * @param known without prices
     * @param at the instant decided for
     */
    public Fit(Everybody everybody, Policy policy, Knowledge known, Supply supply, Instant at, ZoneId zone) {
        this.everybody = everybody;
        this.policy = policy;
        this.known = known;
        this.supply = supply;
        this.at = at;
        this.zone = zone;
    }

    /** What would be done, beside what would be done had everybody all the time. */
    public Outlook outlook() {
        Map<Team, Double> prices = new EnumMap<>(Team.class);
        Counting wanted = new Counting(zone);
        Map<Team, Demand> demands = demands(prices, wanted);
        int passes = 1;
        while (raised(prices, demands)) {
            demands = demands(prices, new Counting(zone));
            passes++;
        }
        return counted(terms(prices, demands), wanted, passes);
    }

    private Map<Team, Demand> demands(Map<Team, Double> prices, Counting counting) {
        Map<Team, Demand> demands = new EnumMap<>(Team.class);
        supply.minutes().forEach((team, minutes) -> demands.put(team, new Demand(sum(minutes))));
        Knowledge priced = known.with(prices);
        everybody.each(one -> {
            if (!one.underWay()) {
                Decision decision = decide(one, priced);
                counting.take(decision);
                if (decision instanceof Decision.Act act) {
                    act.steps().forEach(step -> want(step, demands, prices));
                }
            }
        });
        return demands;
    }

    private Decision decide(Present one, Knowledge priced) {
        return policy.decide(new Occasion(one.risk(), at, one.past(), priced, one.seed()));
    }

    /** What is decided although it brings less than the price is owed. */
    private static void want(Step step, Map<Team, Demand> demands, Map<Team, Double> prices) {
        Demand demand = demands.get(step.team());
        if (demand == null) {
            return;
        }
        if (step.owed() || step.profitPerMinute() <= prices.getOrDefault(step.team(), 0.0)) {
            demand.owe(step.minutes());
        } else {
            demand.want(step.profitPerMinute(), step.minutes());
        }
    }

    private static boolean raised(Map<Team, Double> prices, Map<Team, Demand> demands) {
        boolean any = false;
        for (Map.Entry<Team, Demand> one : demands.entrySet()) {
            if (one.getValue().refusedSome()) {
                prices.merge(one.getKey(), one.getValue().bestRefused() * ABOVE, Math::max);
                any = true;
            }
        }
        return any;
    }

    private Terms terms(Map<Team, Double> prices, Map<Team, Demand> demands) {
        return new Terms(demands.entrySet().stream()
                .map(one -> {
                    List<Integer> minutes = supply.minutes().get(one.getKey());
                    return new Terms.Of(
                            one.getKey(),
                            prices.getOrDefault(one.getKey(), 0.0),
                            sum(minutes),
                            one.getValue().taken(),
                            one.getValue().days(supply.days(), minutes));
                })
                .toList());
    }

    private Outlook counted(Terms terms, Counting wanted, int passes) {
        Counting fits = new Counting(zone);
        Knowledge priced = known.with(terms.prices());
        long[] people = new long[2];
        String[] currency = {"EUR"};
        everybody.each(one -> {
            people[0]++;
            currency[0] = one.risk().decisionInput().currency();
            if (one.underWay()) {
                people[1]++;
            } else {
                fits.take(placed(decide(one, priced), terms, policy));
            }
        });
        return new Outlook(people[0], people[1], currency[0], wanted.side(), fits.side(), terms, passes + 1);
    }

    private static Decision placed(Decision decision, Terms terms, Policy policy) {
        return decision instanceof Decision.Act act
                ? act.by(act.steps().stream()
                        .map(step -> terms.placed(step, policy.calendar()))
                        .toList())
                : decision;
    }

    private static long sum(List<Integer> minutes) {
        return minutes.stream().mapToLong(Integer::longValue).sum();
    }
}
