package io.vigie.events.retention;

import java.time.Instant;

/** An attempt to keep one customer begins. */
public record CaseOpened(
        String customer, Instant at, Instant recordedAt, String caseId, Action action, DecisionTrace trace)
        implements RetentionEvent {}
