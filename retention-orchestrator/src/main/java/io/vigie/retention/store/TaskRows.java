package io.vigie.retention.store;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.Team;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.casework.SnoozeReason;
import io.vigie.retention.casework.Task;
import io.vigie.retention.casework.TaskOrder;
import io.vigie.retention.casework.Watch;
import io.vigie.retention.policy.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tasks between Java and their table. */
@ApplicationScoped
class TaskRows {
    private static final String OF_CASES = "SELECT * FROM task WHERE case_id = ANY (?) ORDER BY case_id, position";
    private static final String SAVE = """
            INSERT INTO task (id, case_id, position, customer, rule, about, action, team, assignee, due_at, owed, cost,
                expected_profit, minutes, profit_per_minute, assigned_at, status, watch, watch_next, snoozed_until,
                snoozed_because, snoozed_by, claimed_by, claimed_at, outcome, note, completed_by, completed_at, because,
                cancelled_at, counted, offer, promised)
            SELECT id::uuid, case_id::uuid, position::integer, customer, rule, about, action, team, assignee,
                due_at::timestamptz, owed::boolean, cost::bigint, expected_profit::bigint, minutes::integer,
                profit_per_minute::double precision, assigned_at::timestamptz, status, watch, watch_next::timestamptz,
                snoozed_until::timestamptz, snoozed_because, snoozed_by, claimed_by, claimed_at::timestamptz, outcome,
                note, completed_by, completed_at::timestamptz, because, cancelled_at::timestamptz, counted::boolean,
                offer::jsonb, promised
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS now(id, case_id, position, customer, rule, about, action, team, assignee, due_at, owed, cost,
                    expected_profit, minutes, profit_per_minute, assigned_at, status, watch, watch_next, snoozed_until,
                    snoozed_because, snoozed_by, claimed_by, claimed_at, outcome, note, completed_by, completed_at,
                    because, cancelled_at, counted, offer, promised)
            ON CONFLICT (id) DO UPDATE SET status = excluded.status, assignee = excluded.assignee, due_at = excluded.due_at,
                watch = excluded.watch, watch_next = excluded.watch_next, snoozed_until = excluded.snoozed_until,
                snoozed_because = excluded.snoozed_because, snoozed_by = excluded.snoozed_by,
                claimed_by = excluded.claimed_by, claimed_at = excluded.claimed_at, outcome = excluded.outcome,
                note = excluded.note, completed_by = excluded.completed_by, completed_at = excluded.completed_at,
                because = excluded.because, cancelled_at = excluded.cancelled_at, version = task.version + 1
            WHERE (task.status, task.assignee, task.due_at, task.watch, task.watch_next, task.snoozed_until,
                    task.claimed_by)
                IS DISTINCT FROM (excluded.status, excluded.assignee, excluded.due_at, excluded.watch,
                    excluded.watch_next, excluded.snoozed_until, excluded.claimed_by)
            """;
    private static final String VERSION = "SELECT version FROM task WHERE id = ?";
    private static final String TELL = "SELECT pg_notify('task', ?)";
    private static final int IN_ONE_NOTE = 200;

    private final Database database;

    TaskRows(Database database) {
        this.database = database;
    }

    /** A task and the case it belongs to. */
    record Of(UUID caseId, Task task) {}

    List<Of> of(UUID[] cases) {
        return cases.length == 0
                ? List.of()
                : database.rows(OF_CASES, row -> new Of(row.uuid("case_id"), task(row)), (Object) cases);
    }

    void save(Collection<RetentionCase> cases) {
        List<Object[]> rows = new ArrayList<>();
        for (RetentionCase one : cases) {
            for (int position = 0; position < one.tasks().size(); position++) {
                rows.add(values(one, position, one.tasks().get(position)));
            }
        }
        database.updateTogether(SAVE, rows);
        tell(rows.stream().map(row -> row[0].toString()).toList());
    }

    /** Every instance hears of it once the transaction has ended, and tells whoever watches tasks there. */
    private void tell(List<String> tasks) {
        for (int from = 0; from < tasks.size(); from += IN_ONE_NOTE) {
            String some = String.join(",", tasks.subList(from, Math.min(tasks.size(), from + IN_ONE_NOTE)));
            database.rows(TELL, _ -> "", some);
        }
    }

    /** What tells how a task stands from how it stood before. */
    long version(UUID task) {
        return database.rows(VERSION, row -> row.number("version"), task).stream()
                .findFirst()
                .orElse(0L);
    }

    private static Object[] values(RetentionCase one, int position, Task task) {
        TaskOrder order = task.order();
        Step step = order.step();
        Optional<Task.ToDo> toDo = as(Task.ToDo.class, task);
        Optional<Task.Snoozed> snoozed = as(Task.Snoozed.class, task);
        Optional<Task.Claimed> claimed = as(Task.Claimed.class, task);
        Optional<Task.Done> done = as(Task.Done.class, task);
        Optional<Task.Cancelled> cancelled = as(Task.Cancelled.class, task);
        return new Object[] {
            order.id(),
            one.opening().id(),
            position,
            one.opening().customer(),
            order.rule(),
            order.about(),
            step.action(),
            step.team(),
            step.assignee(),
            step.dueAt(),
            step.owed(),
            step.cost(),
            step.expectedProfit(),
            step.minutes(),
            step.profitPerMinute(),
            order.assignedAt(),
            TaskStatus.of(task),
            toDo.map(open -> open.watch().stage()).orElse(Watch.Stage.ON_TIME),
            toDo.flatMap(open -> open.watch().next()),
            snoozed.map(Task.Snoozed::until),
            snoozed.map(Task.Snoozed::because),
            snoozed.map(Task.Snoozed::by),
            claimed.map(Task.Claimed::by),
            claimed.map(Task.Claimed::at),
            done.map(Task.Done::outcome),
            done.map(Task.Done::note),
            done.map(Task.Done::by),
            done.map(Task.Done::at),
            cancelled.map(Task.Cancelled::because),
            cancelled.map(Task.Cancelled::at),
            step.counted(),
            step.offer().map(Json::of),
            order.promised()
        };
    }

    private static <T extends Task> Optional<T> as(Class<T> state, Task task) {
        return Optional.of(task).filter(state::isInstance).map(state::cast);
    }

    private static Task task(Row row) throws SQLException {
        TaskOrder order = order(row);
        return switch (row.word(TaskStatus.class, "status")) {
            case ASSIGNED -> new Task.Assigned(order, watch(row));
            case SNOOZED ->
                new Task.Snoozed(
                        order,
                        watch(row),
                        row.instant("snoozed_until"),
                        row.word(SnoozeReason.class, "snoozed_because"),
                        row.maybeText("snoozed_by").orElse(""));
            case CLAIMED -> new Task.Claimed(order, watch(row), row.text("claimed_by"), row.instant("claimed_at"));
            case DONE ->
                new Task.Done(
                        order,
                        row.word(Outcome.class, "outcome"),
                        row.maybeText("note").orElse(""),
                        row.text("completed_by"),
                        row.instant("completed_at"));
            case CANCELLED ->
                new Task.Cancelled(order, row.word(CaseEnd.class, "because"), row.instant("cancelled_at"));
        };
    }

    private static Watch watch(Row row) throws SQLException {
        return new Watch(row.word(Watch.Stage.class, "watch"), row.maybeInstant("watch_next"));
    }

    private static TaskOrder order(Row row) throws SQLException {
        Step step = new Step(
                row.word(Action.class, "action"),
                row.word(Team.class, "team"),
                row.maybeText("assignee"),
                row.instant("due_at"),
                row.is("owed"),
                row.is("counted"),
                row.number("cost"),
                row.number("expected_profit"),
                (int) row.number("minutes"),
                row.maybeJson(Json.OFFER, "offer"));
        return new TaskOrder(
                row.uuid("id"),
                row.text("rule"),
                row.maybeText("about"),
                step,
                row.instant("assigned_at"),
                row.maybeText("promised"));
    }
}
