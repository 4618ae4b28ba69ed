package io.vigie.events.retention;

import java.time.Instant;

/** The explicit decision not to act, with its reason. */
public record NoActionDecided(
        String customer, Instant at, Instant recordedAt, NoActionReason reason, DecisionTrace trace)
        implements RetentionEvent {}
