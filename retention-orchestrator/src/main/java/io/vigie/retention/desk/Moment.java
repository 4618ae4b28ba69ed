package io.vigie.retention.desk;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.RiskLevel;
import io.vigie.retention.casework.SnoozeReason;
import java.time.Instant;

/** One line of a case's timeline. */
public sealed interface Moment {
    Instant at();

    /** The word that a template tells them apart by. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /**
     * @param what the signal that moved it, in the reader's words
     * @param by how much higher the probability is than before
     */
    record Moved(Instant at, String what, double probability, RiskLevel level, double by) implements Moment {
        /** How the style sheet calls what is better, worse, or neither. */
        public String tone() {
            return by > 0 ? "bad" : by < 0 ? "good" : "";
        }
    }

    record Opened(Instant at, Action action) implements Moment {}

    record Assigned(Instant at, Action action, Team team) implements Moment {}

    /** Something that was put off comes back then. */
    record Ahead(Instant at, Action action, SnoozeReason because) implements Moment {}

    record Claimed(Instant at, Action action, String by) implements Moment {}

    record Done(Instant at, Action action, Outcome outcome, String by, String note) implements Moment {}

    record Cancelled(Instant at, Action action, CaseEnd because) implements Moment {}

    record Closed(Instant at, CaseResult result, CaseEnd because) implements Moment {}
}
