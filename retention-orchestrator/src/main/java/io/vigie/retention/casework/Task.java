package io.vigie.retention.casework;

import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.Outcome;
import java.time.Instant;

/** An action assigned to a team, in the state it is in. */
public sealed interface Task {
    TaskOrder order();

    /** Still to be done. */
    sealed interface ToDo extends Task {}

    record Assigned(TaskOrder order) implements ToDo {}

    record Claimed(TaskOrder order, String by, Instant at) implements ToDo {}

    /**
     * @param note what the worker wrote; personal
     */
    record Done(TaskOrder order, Outcome outcome, String note, String by, Instant at) implements Task {}

    record Cancelled(TaskOrder order, CaseEnd because, Instant at) implements Task {}
}
