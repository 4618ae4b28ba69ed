package io.vigie.retention.casework;

import java.time.Instant;
import java.util.UUID;

/** An instant at which a dossier must be looked at though nothing comes. */
public sealed interface Deadline {
    Instant due();

    /** A matter will have been open too long. */
    record LookAgain(Instant due) implements Deadline {}

    /** Ninety days after we acted: still a customer? */
    record WaitOver(Instant due) implements Deadline {}

    /** The level will have been stable for long enough that nobody need act any more. */
    record CalmOver(Instant due) implements Deadline {}

    /** A task is to be looked at against its due time. */
    record TaskAlarm(Instant due, UUID task) implements Deadline {}

    /** What was put off is there again. */
    record SnoozeOver(Instant due, UUID task) implements Deadline {}
}
