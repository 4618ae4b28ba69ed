package io.vigie.retention.store;

import io.vigie.events.Word;
import io.vigie.events.customer.Channel;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that is sent by machine, without what stands in it.
 *
 * @param task that it carries out
 * @param text the name of its template
 * @param dueAt when it is tried next
 * @param problem what the last attempt met with
 */
public record Sending(
        UUID id,
        Kind kind,
        UUID task,
        UUID caseId,
        String customer,
        Channel channel,
        String text,
        Status status,
        int attempts,
        Instant dueAt,
        Optional<Instant> settledAt,
        Optional<String> problem,
        Instant madeAt) {

    /** Whether it belongs to a case that can be looked at. */
    public boolean ofCase() {
        return kind != Kind.QUESTIONS;
    }

    /** Whether a person has to say what is to become of it. */
    public boolean unsettled() {
        return status == Status.UNCLEAR || status == Status.FAILED;
    }

    /** What it is. */
    public enum Kind implements Word {
        MESSAGE,
        INVITATION,
        /** Three questions of the barometer; no task is behind them. */
        QUESTIONS
    }

    /** How far it has come; what is unclear may have left or not, and waits for a person to say. */
    public enum Status implements Word {
        INTENDED,
        SENDING,
        SENT,
        FAILED,
        UNCLEAR,
        /** It was no longer allowed, or wanted, when it was to leave. */
        WITHDRAWN
    }
}
