package io.vigie.retention.casework;

import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.Outcome;
import java.time.Instant;

/** An action assigned to a team, in the state it is in. */
public sealed interface Task {
    TaskOrder order();

    /** Still to be done. */
    sealed interface ToDo extends Task {
        Watch watch();

        /** The same, as it stands now against its due time. */
        ToDo watched(Watch now);

        /** The same task, meant for somebody else. */
        ToDo ordered(TaskOrder changed);
    }

    /** Free to be taken on. */
    record Assigned(TaskOrder order, Watch watch) implements ToDo {
        @Override
        public Assigned watched(Watch now) {
            return new Assigned(order, now);
        }

        @Override
        public Assigned ordered(TaskOrder changed) {
            return new Assigned(changed, watch);
        }
    }

    /** Put off, until then or until somebody takes it on all the same. */
    record Snoozed(TaskOrder order, Watch watch, Instant until, SnoozeReason because, String by) implements ToDo {
        @Override
        public Snoozed watched(Watch now) {
            return new Snoozed(order, now, until, because, by);
        }

        @Override
        public Snoozed ordered(TaskOrder changed) {
            return new Snoozed(changed, watch, until, because, by);
        }
    }

    /** Taken on by somebody. */
    record Claimed(TaskOrder order, Watch watch, String by, Instant at) implements ToDo {
        @Override
        public Claimed watched(Watch now) {
            return new Claimed(order, now, by, at);
        }

        @Override
        public Claimed ordered(TaskOrder changed) {
            return new Claimed(changed, watch, by, at);
        }
    }

    /**
     * @param note what the worker wrote; personal
     */
    record Done(TaskOrder order, Outcome outcome, String note, String by, Instant at) implements Task {}

    record Cancelled(TaskOrder order, CaseEnd because, Instant at) implements Task {}
}
