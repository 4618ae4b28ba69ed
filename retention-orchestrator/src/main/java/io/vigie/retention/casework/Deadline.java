package io.vigie.retention.casework;

import java.time.Instant;

/** An instant at which a dossier must be looked at though nothing comes. */
public sealed interface Deadline {
    Instant due();

    /** A matter will have been open too long. */
    record LookAgain(Instant due) implements Deadline {}

    /** Ninety days after we acted: still a customer? */
    record WaitOver(Instant due) implements Deadline {}
}
