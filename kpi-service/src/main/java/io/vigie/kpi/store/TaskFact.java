package io.vigie.kpi.store;

import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.RetentionEvent;
import io.vigie.events.retention.TaskAssigned;
import io.vigie.events.retention.TaskCancelled;
import io.vigie.events.retention.TaskClaimed;
import io.vigie.events.retention.TaskCompleted;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A step in a task's life; its status is worked out from all of them, whatever their order of arrival. */
record TaskFact(
        String eventId,
        RetentionEvent event,
        String kind,
        String taskId,
        String caseId,
        Optional<TaskAssigned> assigned,
        Optional<Outcome> outcome) {

    static final Table<TaskFact> TABLE = new Table<>("""
            insert into task_fact (event_id, task_id, case_id, customer, kind, at, recorded_at, action, team, outcome,
                                   due_at, received_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", (row, fact) -> row.text(fact.eventId)
            .text(fact.taskId)
            .text(fact.caseId)
            .text(fact.event.customer())
            .text(fact.kind)
            .time(fact.event.at())
            .time(fact.event.recordedAt())
            .text(fact.assigned.map(task -> task.action().word()))
            .text(fact.assigned.map(task -> task.team().word()))
            .text(fact.outcome.map(Outcome::word))
            .time(fact.assigned.map(TaskAssigned::dueAt))
            .time(fact.assigned.flatMap(TaskAssigned::receivedAt)));

    static List<TaskFact> in(List<Told<RetentionEvent>> events) {
        return events.stream()
                .flatMap(told -> of(told.event().id(), told.data()))
                .toList();
    }

    private static Stream<TaskFact> of(String id, RetentionEvent event) {
        return switch (event) {
            case TaskAssigned task ->
                Stream.of(new TaskFact(
                        id, task, "assigned", task.taskId(), task.caseId(), Optional.of(task), Optional.empty()));
            case TaskClaimed task -> Stream.of(step(id, task, "claimed", task.taskId(), task.caseId()));
            case TaskCompleted task ->
                Stream.of(new TaskFact(
                        id,
                        task,
                        "completed",
                        task.taskId(),
                        task.caseId(),
                        Optional.empty(),
                        Optional.of(task.outcome())));
            case TaskCancelled task -> Stream.of(step(id, task, "cancelled", task.taskId(), task.caseId()));
            default -> Stream.empty();
        };
    }

    private static TaskFact step(String id, RetentionEvent event, String kind, String taskId, String caseId) {
        return new TaskFact(id, event, kind, taskId, caseId, Optional.empty(), Optional.empty());
    }
}
