package io.vigie.retention.policy;

import io.vigie.events.customer.Channel;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Offer;
import io.vigie.events.retention.Team;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that a team is to do by an instant.
 *
 * @param assignee the role or person it is meant for, such as the customer's account manager
 * @param owed whether the customer has a right to it, so that no recovery and no other action takes its place
 * @param counted whether it is a contact that we start, which limits on contacts count
 * @param cost minor units
 * @param expectedProfit minor units, before the worth of the team's time
 * @param minutes of the team's time
 * @param offer what may be offered along with it
 */
public record Step(
        Action action,
        Team team,
        Optional<String> assignee,
        Instant dueAt,
        boolean owed,
        boolean counted,
        long cost,
        long expectedProfit,
        int minutes,
        Optional<Offer> offer) {
    /** By which the customer is reached, the first of those that the action can take. */
    public Channel channel() {
        return WaysToReach.channels(action).getFirst();
    }

    /** What a queue is ranked by, minor units; what takes no time counts as one minute. */
    public double profitPerMinute() {
        return expectedProfit / (double) Math.max(1, minutes);
    }

    /** The same for another team, or for somebody in particular. */
    public Step forTeam(Team other, Optional<String> person) {
        return new Step(action, other, person, dueAt, owed, counted, cost, expectedProfit, minutes, offer);
    }

    /** What keeps a promise that was made on the way: nothing that we start, and nothing more to give. */
    public Step promised(String by, Instant due) {
        return new Step(action, team, Optional.of(by), due, false, false, 0, expectedProfit, minutes, Optional.empty());
    }

    /** The same by another time. */
    public Step dueBy(Instant other) {
        return new Step(action, team, assignee, other, owed, counted, cost, expectedProfit, minutes, offer);
    }
}
