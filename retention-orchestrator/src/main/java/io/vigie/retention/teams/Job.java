package io.vigie.retention.teams;

import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Team;
import io.vigie.events.signal.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A task as far as it matters who does it and when.
 *
 * @param meantFor the person or account manager it is for, where it is
 * @param fixed whether somebody is at it already, or it is owed: it is done whatever else there is
 * @param profit expected, minor units
 * @param language the customer's, where known
 * @param softer what could be done instead, hardest first
 */
public record Job(
        UUID task,
        Team team,
        Action action,
        Segment segment,
        Cause cause,
        Optional<String> language,
        Optional<String> meantFor,
        boolean fixed,
        int minutes,
        long profit,
        Instant dueAt,
        List<Way> softer) {
    public Job {
        softer = List.copyOf(softer);
    }

    /** One way of dealing with it. */
    public record Way(Action action, Team team, int minutes, long profit) {}

    public Way asAsked() {
        return new Way(action, team, minutes, profit);
    }
}
