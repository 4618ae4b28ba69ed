package io.vigie.retention.policy;

import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Team;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What decisions turn on beside the customer and the policy.
 *
 * @param rates what outcomes have told of actions by then
 * @param minutePrices what one more minute of a team's time would be worth, minor units; teams with time enough need not
 *     be there
 * @param topValues from which yearly margin on a customer is among the most valuable fifth of the segment, major units; as
 *     the policy says where that is not known
 * @param history what began before it is history and opens nothing: complaints of two years ago, and who has left since
 */
public record Knowledge(
        SaveRates rates, Map<Team, Double> minutePrices, Map<Segment, Double> topValues, Optional<Instant> history) {
    public static final Knowledge NONE = of(SaveRates.NONE);

    public Knowledge {
        minutePrices = Map.copyOf(minutePrices);
        topValues = Map.copyOf(topValues);
        minutePrices.forEach((team, price) -> {
            if (!(price >= 0)) {
                throw new IllegalArgumentException("a minute of " + team.word() + " cannot be worth " + price);
            }
        });
    }

    /** Where teams have time enough, and nothing is history. */
    public static Knowledge of(SaveRates rates) {
        return new Knowledge(rates, Map.of(), Map.of(), Optional.empty());
    }

    public Knowledge with(SaveRates learned, Map<Segment, Double> tops) {
        return new Knowledge(learned, minutePrices, tops, history);
    }

    public Knowledge with(Map<Team, Double> prices) {
        return new Knowledge(rates, prices, topValues, history);
    }

    public Knowledge since(Optional<Instant> beginning) {
        return new Knowledge(rates, minutePrices, topValues, beginning);
    }

    boolean amongTheTop(Segment segment, double value, PolicyFile figures) {
        return value >= topValues.getOrDefault(segment, figures.topValue().get(segment));
    }

    double minutePrice(Team team) {
        return minutePrices.getOrDefault(team, 0.0);
    }
}
