package io.vigie.retention.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Offer;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.RiskLevel;
import io.vigie.retention.casework.SnoozeReason;
import io.vigie.retention.casework.Watch;
import io.vigie.retention.store.QueuedTask;
import io.vigie.retention.store.TaskStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A task in a queue.
 *
 * @param why factors, largest first
 * @param expectedProfit minor units
 * @param minutes of the team's time
 * @param watch how it stands against its due time
 * @param busyWith the team that is with the customer just now, where another is
 * @param waits whether nobody has the time for it
 * @param planned the day on which there is time for it, where that has been worked out
 * @param offer what may be offered along with it
 * @param promised what it is to keep, where it keeps a promise
 * @param version what {@code If-Match} is held against
 */
public record TaskView(
        UUID id,
        @JsonProperty("case") UUID caseId,
        String customer,
        Action action,
        Team team,
        Optional<String> assignee,
        Instant dueAt,
        TaskStatus status,
        Optional<String> claimedBy,
        Optional<Outcome> outcome,
        List<String> why,
        long expectedProfit,
        int minutes,
        double probability,
        RiskLevel level,
        Watch.Stage watch,
        Optional<Instant> snoozedUntil,
        Optional<SnoozeReason> snoozedBecause,
        Optional<Team> busyWith,
        boolean waits,
        Optional<LocalDate> planned,
        Optional<Offer> offer,
        Optional<String> promised,
        long version) {
    static TaskView of(QueuedTask task) {
        QueuedTask.Standing standing = task.standing();
        return new TaskView(
                task.id(),
                task.caseId(),
                task.customer(),
                task.action(),
                task.team(),
                task.assignee(),
                task.dueAt(),
                task.status(),
                task.claimedBy(),
                task.outcome(),
                task.why(),
                task.expectedProfit(),
                standing.minutes(),
                task.probability(),
                task.level(),
                standing.watch(),
                standing.snoozedUntil(),
                standing.snoozedBecause(),
                standing.busyWith(),
                standing.waits(),
                standing.planned(),
                task.offer(),
                standing.promised(),
                standing.version());
    }
}
