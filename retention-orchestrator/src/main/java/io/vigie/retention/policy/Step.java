package io.vigie.retention.policy;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.Team;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that a team is to do by an instant.
 *
 * @param assignee the role or person it is meant for, such as the customer's account manager
 * @param owed whether the customer has a right to it, so that no recovery and no other action takes its place
 * @param cost minor units
 * @param expectedProfit minor units, before the worth of the team's time
 * @param minutes of the team's time
 */
public record Step(
        Action action,
        Team team,
        Optional<String> assignee,
        Instant dueAt,
        boolean owed,
        long cost,
        long expectedProfit,
        int minutes) {
    /** What a queue is ranked by, minor units; what takes no time counts as one minute. */
    public double profitPerMinute() {
        return expectedProfit / (double) Math.max(1, minutes);
    }

    /** The same for another team, or for somebody in particular. */
    public Step forTeam(Team other, Optional<String> person) {
        return new Step(action, other, person, dueAt, owed, cost, expectedProfit, minutes);
    }

    /** The same by another time. */
    public Step dueBy(Instant other) {
        return new Step(action, team, assignee, other, owed, cost, expectedProfit, minutes);
    }
}
