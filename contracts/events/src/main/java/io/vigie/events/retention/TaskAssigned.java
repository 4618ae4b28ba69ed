package io.vigie.events.retention;

import java.time.Instant;
import java.util.Optional;

/**
 * An action is given to a team.
 *
 * @param assignee the role or person it is meant for, such as the customer's account manager
 * @param dueAt by when
 * @param cost what the action costs, minor units
 * @param receivedAt wall-clock instant at which the signal that led here came in, where one did
 * @param offer what may be offered along with it
 */
public record TaskAssigned(
        String customer,
        Instant at,
        Instant recordedAt,
        String caseId,
        String taskId,
        Action action,
        Team team,
        Optional<String> assignee,
        Instant dueAt,
        long cost,
        Optional<Instant> receivedAt,
        Optional<Offer> offer)
        implements RetentionEvent {
    public TaskAssigned {
        assignee = assignee == null ? Optional.empty() : assignee;
        receivedAt = receivedAt == null ? Optional.empty() : receivedAt;
        offer = offer == null ? Optional.empty() : offer;
    }
}
