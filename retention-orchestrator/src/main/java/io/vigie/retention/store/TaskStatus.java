package io.vigie.retention.store;

import io.vigie.events.Word;
import io.vigie.retention.casework.Task;

/** The states of a task as tables, APIs and screens name them. */
public enum TaskStatus implements Word {
    ASSIGNED,
    SNOOZED,
    CLAIMED,
    DONE,
    CANCELLED;

    public boolean toDo() {
        return this == ASSIGNED || this == SNOOZED || this == CLAIMED;
    }

    public static TaskStatus of(Task task) {
        return switch (task) {
            case Task.Assigned _ -> ASSIGNED;
            case Task.Snoozed _ -> SNOOZED;
            case Task.Claimed _ -> CLAIMED;
            case Task.Done _ -> DONE;
            case Task.Cancelled _ -> CANCELLED;
        };
    }
}
