package io.vigie.events.retention;

import java.time.Instant;

/** A task no longer needs doing, because its case ended or took another turn. */
public record TaskCancelled(
        String customer, Instant at, Instant recordedAt, String caseId, String taskId, CaseEnd because)
        implements RetentionEvent {}
