package io.vigie.events.retention;

import java.time.Instant;

/** An attempt to keep one customer is over. */
public record CaseClosed(
        String customer, Instant at, Instant recordedAt, String caseId, CaseResult result, CaseEnd because)
        implements RetentionEvent {}
