package io.vigie.events.retention;

import java.time.Instant;
import java.util.Optional;

/**
 * A task is done, and what came of it.
 *
 * @param promisedBy when what was promised is to be done by, where something was
 */
public record TaskCompleted(
        String customer,
        Instant at,
        Instant recordedAt,
        String caseId,
        String taskId,
        Action action,
        Outcome outcome,
        String completedBy,
        Optional<Instant> promisedBy)
        implements RetentionEvent {
    public TaskCompleted {
        promisedBy = promisedBy == null ? Optional.empty() : promisedBy;
    }
}
