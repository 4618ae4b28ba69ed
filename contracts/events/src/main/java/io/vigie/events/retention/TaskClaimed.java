package io.vigie.events.retention;

import java.time.Instant;

/** Somebody takes a task on. */
public record TaskClaimed(
        String customer, Instant at, Instant recordedAt, String caseId, String taskId, String claimedBy)
        implements RetentionEvent {}
