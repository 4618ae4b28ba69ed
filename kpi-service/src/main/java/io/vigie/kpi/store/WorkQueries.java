package io.vigie.kpi.store;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.Outcome;
import io.vigie.kpi.measure.Latency;
import io.vigie.kpi.measure.Period;
import io.vigie.kpi.measure.TaskStatus;
import io.vigie.kpi.measure.Work;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What was decided and done. */
final class WorkQueries {
    private static final String WITHIN = "at >= :from and at < :to";

    private static final Query CASES_OPENED =
            new Query("select action, count(distinct case_id) from case_fact where kind = 'opened' and %s group by 1"
                    .formatted(WITHIN));
    private static final Query CASES_CLOSED =
            new Query("select result, count(distinct case_id) from case_fact where kind = 'closed' and %s group by 1"
                    .formatted(WITHIN));
    private static final Query TASKS_ASSIGNED =
            new Query("select action, count(distinct task_id) from task_fact where kind = 'assigned' and %s group by 1"
                    .formatted(WITHIN));
    private static final Query TASKS_BY_STATUS = new Query("""
            select status, count(*) from (
                select case when bool_or(kind = 'completed') then 'completed'
                            when bool_or(kind = 'cancelled') then 'cancelled'
                            when bool_or(kind = 'claimed') then 'claimed'
                            else 'open' end as status
                from task_fact
                where at < :to and task_id in (select task_id from task_fact where kind = 'assigned' and %s)
                group by task_id) as task
            group by 1""".formatted(WITHIN));
    private static final Query OUTCOMES = new Query(
            "select outcome, count(distinct task_id) from task_fact where kind = 'completed' and %s group by 1"
                    .formatted(WITHIN));
    private static final Query NO_ACTIONS =
            new Query("select reason, count(*) from no_action_fact where %s group by 1".formatted(WITHIN));
    private static final Query SIGNAL_TO_TASK = new Query("""
            select count(*), percentile_disc(0.5) within group (order by millis),
                   percentile_disc(0.99) within group (order by millis)
            from (select round(extract(epoch from recorded_at - received_at) * 1000)::bigint as millis
                  from task_fact where kind = 'assigned' and received_at is not null and %s) as task""".formatted(WITHIN));

    private WorkQueries() {}

    static Work work(Connection connection, Period period) throws SQLException {
        return new Work(
                CASES_OPENED.tally(connection, period, Action.class),
                CASES_CLOSED.tally(connection, period, CaseResult.class),
                TASKS_ASSIGNED.tally(connection, period, Action.class),
                TASKS_BY_STATUS.tally(connection, period, TaskStatus.class),
                OUTCOMES.tally(connection, period, Outcome.class),
                NO_ACTIONS.tally(connection, period, NoActionReason.class),
                signalToTask(connection, period),
                NoticeQueries.effort(connection, period),
                InterviewFact.count(connection, period));
    }

    private static Latency signalToTask(Connection connection, Period period) throws SQLException {
        Latency[] latency = new Latency[1];
        SIGNAL_TO_TASK.each(
                connection, period, row -> latency[0] = new Latency(row.getLong(1), millis(row, 2), millis(row, 3)));
        return latency[0];
    }

    private static Optional<Long> millis(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(millis);
    }
}
