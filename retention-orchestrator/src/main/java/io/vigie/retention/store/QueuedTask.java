package io.vigie.retention.store;

import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Offer;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.RiskLevel;
import io.vigie.retention.casework.SnoozeReason;
import io.vigie.retention.casework.Watch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A task as a queue shows it.
 *
 * @param why factors of the case's reasons, largest first
 * @param expectedProfit minor units
 * @param claimedBy who has taken it on, where somebody has
 * @param offer what may be offered along with it
 */
public record QueuedTask(
        UUID id,
        UUID caseId,
        String customer,
        Segment segment,
        Action action,
        Team team,
        Optional<String> assignee,
        Instant dueAt,
        TaskStatus status,
        Optional<String> claimedBy,
        Optional<Outcome> outcome,
        List<String> why,
        long expectedProfit,
        String currency,
        double probability,
        RiskLevel level,
        Optional<Offer> offer,
        Standing standing) {
    /**
     * How it stands.
     *
     * @param busyWith the team that is with the customer just now, where another is
     * @param waits whether nobody has the time for it
     * @param planned the day on which there is time for it, where that has been worked out
     * @param minutes of the team's time
     * @param promised what it is to keep, where it keeps a promise
     * @param version what tells it from how it stood before
     */
    public record Standing(
            Watch.Stage watch,
            Optional<Instant> snoozedUntil,
            Optional<SnoozeReason> snoozedBecause,
            Optional<Team> busyWith,
            boolean waits,
            Optional<LocalDate> planned,
            int minutes,
            Optional<String> promised,
            long version) {}
}
