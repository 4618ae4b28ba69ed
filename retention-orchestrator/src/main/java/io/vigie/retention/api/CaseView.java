package io.vigie.retention.api;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.Reason;
import io.vigie.retention.casework.Opening;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.casework.Task;
import io.vigie.retention.casework.TaskOrder;
import io.vigie.retention.store.CaseStatus;
import io.vigie.retention.store.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A case as the API tells it; amounts in minor units.
 *
 * @param about the open matter that it answers, where it answers one
 * @param why reasons at its opening, largest movement first
 * @param causedBy id of the risk event that opened it
 * @param waitingUntil when it will be known whether acting helped
 */
public record CaseView(
        UUID id,
        String customer,
        CaseStatus status,
        Action action,
        Optional<String> about,
        Instant openedAt,
        DecisionTrace decision,
        List<Reason> why,
        String causedBy,
        List<TaskOfCase> tasks,
        Optional<Instant> waitingUntil,
        Optional<CaseResult> result,
        Optional<CaseEnd> because,
        Optional<Instant> closedAt) {

    static CaseView of(RetentionCase one) {
        Opening opening = one.opening();
        Optional<RetentionCase.Closed> closed =
                one instanceof RetentionCase.Closed end ? Optional.of(end) : Optional.empty();
        return new CaseView(
                opening.id(),
                opening.customer(),
                CaseStatus.of(one),
                one.action(),
                opening.about(),
                opening.at(),
                opening.trace(),
                opening.why(),
                opening.cause().event(),
                one.tasks().stream().map(TaskOfCase::of).toList(),
                one instanceof RetentionCase.Waiting waiting ? Optional.of(waiting.until()) : Optional.empty(),
                closed.map(RetentionCase.Closed::result),
                closed.map(RetentionCase.Closed::because),
                closed.map(RetentionCase.Closed::at));
    }

    /** A task within its case. */
    public record TaskOfCase(
            UUID id,
            String rule,
            Action action,
            Team team,
            Optional<String> assignee,
            Instant assignedAt,
            Instant dueAt,
            long expectedProfit,
            TaskStatus status,
            Optional<Outcome> outcome) {
        static TaskOfCase of(Task task) {
            TaskOrder order = task.order();
            return new TaskOfCase(
                    order.id(),
                    order.rule(),
                    order.step().action(),
                    order.step().team(),
                    order.step().assignee(),
                    order.assignedAt(),
                    order.step().dueAt(),
                    order.step().expectedProfit(),
                    TaskStatus.of(task),
                    task instanceof Task.Done done ? Optional.of(done.outcome()) : Optional.empty());
        }
    }
}
