package io.vigie.retention.casework;

import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.Team;
import io.vigie.retention.policy.Step;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What becomes of a task as its due time comes near and goes by: a warning, then its lead, then the team above. */
final class Alarms {
    private Alarms() {}

    static void ring(Handling handling, UUID id, Instant at, FollowUp followUp) {
        Task.ToDo task = toDo(handling, id);
        Instant due = task.order().step().dueAt();
        switch (task.watch().stage()) {
            case ON_TIME -> handling.replace(task.watched(task.watch().warned(due.isBefore(at) ? at : due)));
            case WARNED -> handling.replace(late(handling, task, at, followUp));
            case LATE -> up(handling, task, at, followUp);
        }
    }

    /** What was put off is free again. */
    static void wake(Handling handling, UUID id) {
        Task.ToDo task = toDo(handling, id);
        handling.replace(new Task.Assigned(task.order(), task.watch()));
    }

    /** Who has begun goes on; what nobody has begun goes to whoever answers for the team. */
    private static Task.ToDo late(Handling handling, Task.ToDo task, Instant at, FollowUp followUp) {
        Team team = task.order().step().team();
        Optional<Instant> up = followUp.upAt(at, team, handling.current().discreet());
        Task.ToDo late = task.watched(task.watch().late(up));
        Optional<String> lead = followUp.lead(team);
        return task instanceof Task.Claimed || lead.isEmpty()
                ? late
                : late.ordered(task.order().meantFor(lead));
    }

    private static void up(Handling handling, Task.ToDo task, Instant at, FollowUp followUp) {
        Step step = task.order().step();
        Optional<Team> above = followUp.above(step.team(), handling.current().discreet());
        above.ifPresentOrElse(
                team -> handling.handOn(
                        task.order(),
                        step.forTeam(team, Optional.empty()).dueBy(followUp.upDue(at)),
                        CaseEnd.ESCALATED),
                () -> handling.replace(task.watched(task.watch().late(Optional.empty()))));
    }

    private static Task.ToDo toDo(Handling handling, UUID id) {
        return handling.current()
                .toDo()
                .filter(task -> task.order().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("task " + id + " has a deadline but is over"));
    }
}
