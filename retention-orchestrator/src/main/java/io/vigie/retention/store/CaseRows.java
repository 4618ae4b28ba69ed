package io.vigie.retention.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseResult;
import io.vigie.retention.casework.Cause;
import io.vigie.retention.casework.Opening;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.casework.Task;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Cases between Java and their table, each with its tasks. */
@ApplicationScoped
class CaseRows {
    private static final String UNDER_WAY =
            "SELECT * FROM retention_case WHERE customer = ANY (?) AND status IN ('open', 'in-action', 'waiting')";
    private static final String SAVE = """
            INSERT INTO retention_case (id, customer, status, action, about, discreet, discreet_from, opened_at,
                opened_action, why, trace, currency, cause_event, cause_seed, received_at, waiting_until, because, closed_at)
            SELECT id::uuid, customer, status, action, about, discreet::boolean,
                CASE WHEN discreet::boolean THEN (SELECT d.latest::jsonb #>> '{decisionInput,accountManager}'
                    FROM dossier d WHERE d.customer = now.customer) END,
                opened_at::timestamptz, opened_action, why::jsonb, trace::jsonb, currency, cause_event, cause_seed, received_at::timestamptz,
                waiting_until::timestamptz, because, closed_at::timestamptz
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
                AS now(id, customer, status, action, about, discreet, opened_at, opened_action, why, trace, currency,
                    cause_event, cause_seed, received_at, waiting_until, because, closed_at, place) ORDER BY place
            ON CONFLICT (id) DO UPDATE SET status = excluded.status, action = excluded.action,
                discreet = excluded.discreet,
                discreet_from = coalesce(retention_case.discreet_from, excluded.discreet_from), waiting_until = excluded.waiting_until, because = excluded.because,
                closed_at = excluded.closed_at""";

    private final Database database;
    private final TaskRows tasks;

    CaseRows(Database database, TaskRows tasks) {
        this.database = database;
        this.tasks = tasks;
    }

    /** By customer. */
    Map<String, RetentionCase> underWay(String[] customers) {
        return whole(database.rows(UNDER_WAY, CaseRows::shell, (Object) customers)).stream()
                .collect(toMap(one -> one.opening().customer(), Function.identity()));
    }

    /** The latest first. */
    List<RetentionCase> find(String where, List<Object> values) {
        return whole(database.rows(
                "SELECT c.* FROM retention_case c WHERE " + where + " ORDER BY c.opened_at DESC, c.id LIMIT ?",
                CaseRows::shell,
                values.toArray()));
    }

    void save(Collection<RetentionCase> cases) {
        database.updateTogether(SAVE, cases.stream().map(CaseRows::values).toList());
        tasks.save(cases);
    }

    private List<RetentionCase> whole(List<Shell> shells) {
        UUID[] ids = shells.stream().map(shell -> shell.opening.id()).toArray(UUID[]::new);
        Map<UUID, List<TaskRows.Of>> all = tasks.of(ids).stream().collect(groupingBy(TaskRows.Of::caseId));
        return shells.stream()
                .map(shell -> shell.with(all.getOrDefault(shell.opening.id(), List.of()).stream()
                        .map(TaskRows.Of::task)
                        .toList()))
                .toList();
    }

    private static Object[] values(RetentionCase one) {
        Opening opening = one.opening();
        Optional<RetentionCase.Closed> closed =
                one instanceof RetentionCase.Closed end ? Optional.of(end) : Optional.empty();
        return new Object[] {
            opening.id(),
            opening.customer(),
            CaseStatus.of(one),
            one.action(),
            opening.about(),
            one.discreet(),
            opening.at(),
            opening.action(),
            Json.of(opening.why()),
            Json.of(opening.trace()),
            opening.currency(),
            opening.cause().event(),
            opening.cause().seed(),
            opening.cause().receivedAt(),
            one instanceof RetentionCase.Waiting waiting ? Optional.of(waiting.until()) : Optional.empty(),
            closed.map(RetentionCase.Closed::because),
            closed.map(RetentionCase.Closed::at)
        };
    }

    private static Shell shell(Row row) throws SQLException {
        Opening opening = new Opening(
                row.uuid("id"),
                row.text("customer"),
                row.instant("opened_at"),
                row.maybeText("about"),
                row.word(Action.class, "opened_action"),
                row.json(Json.REASONS, "why"),
                row.json(Json.TRACE, "trace"),
                row.text("currency"),
                new Cause(row.text("cause_event"), row.text("cause_seed"), row.maybeInstant("received_at")));
        return new Shell(
                opening,
                row.word(CaseStatus.class, "status"),
                row.maybeInstant("waiting_until"),
                row.maybeWord(CaseEnd.class, "because"),
                row.maybeInstant("closed_at"));
    }

    /** A case's own row, still without its tasks. */
    private record Shell(
            Opening opening,
            CaseStatus status,
            Optional<Instant> until,
            Optional<CaseEnd> because,
            Optional<Instant> closedAt) {
        RetentionCase with(List<Task> tasks) {
            return switch (status) {
                case OPEN, IN_ACTION -> RetentionCase.Open.of(opening, tasks);
                case WAITING -> new RetentionCase.Waiting(opening, tasks, until.orElseThrow());
                case SAVED -> closed(tasks, CaseResult.SAVED);
                case LOST -> closed(tasks, CaseResult.LOST);
                case CLOSED_WITHOUT_ACTION -> closed(tasks, CaseResult.CLOSED_WITHOUT_ACTION);
                case VOID -> closed(tasks, CaseResult.VOID);
            };
        }

        private RetentionCase closed(List<Task> tasks, CaseResult result) {
            return new RetentionCase.Closed(opening, tasks, result, because.orElseThrow(), closedAt.orElseThrow());
        }
    }
}
