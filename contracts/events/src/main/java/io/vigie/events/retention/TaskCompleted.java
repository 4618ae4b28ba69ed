package io.vigie.events.retention;

import java.time.Instant;

/** A task is done, and what came of it. */
public record TaskCompleted(
        String customer,
        Instant at,
        Instant recordedAt,
        String caseId,
        String taskId,
        Action action,
        Outcome outcome,
        String completedBy)
        implements RetentionEvent {}
