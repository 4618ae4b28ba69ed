package io.vigie.kpi.measure;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.Outcome;
import java.util.Map;

/**
 * What was decided and done about customers within a period.
 *
 * @param casesByAction cases opened
 * @param casesByResult cases closed
 * @param tasksByAction tasks assigned
 * @param tasksByStatus the same tasks, by how far they had come at the period's end
 * @param outcomes tasks completed
 * @param noActionByReason decisions not to act
 */
public record Work(
        Map<Action, Long> casesByAction,
        Map<CaseResult, Long> casesByResult,
        Map<Action, Long> tasksByAction,
        Map<TaskStatus, Long> tasksByStatus,
        Map<Outcome, Long> outcomes,
        Map<NoActionReason, Long> noActionByReason,
        Latency signalToTask,
        EffortToLeave effortToLeave,
        Interviews interviews) {
    public Work {
        casesByAction = Tally.of(Action.class, casesByAction);
        casesByResult = Tally.of(CaseResult.class, casesByResult);
        tasksByAction = Tally.of(Action.class, tasksByAction);
        tasksByStatus = Tally.of(TaskStatus.class, tasksByStatus);
        outcomes = Tally.of(Outcome.class, outcomes);
        noActionByReason = Tally.of(NoActionReason.class, noActionByReason);
    }
}
