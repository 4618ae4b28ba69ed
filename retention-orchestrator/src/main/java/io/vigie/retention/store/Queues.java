package io.vigie.retention.store;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queues of tasks, those first that are worth most per minute; account managers never see what concerns themselves. */
@ApplicationScoped
public class Queues {
    private static final String COLUMNS = """
            SELECT t.id, t.case_id, t.customer, t.action, t.team, t.assignee, t.due_at, t.status, t.claimed_by,
                t.outcome, t.expected_profit, t.offer, c.why, c.trace, c.currency
            FROM task t JOIN retention_case c ON c.id = t.case_id
            WHERE NOT (c.discreet AND t.team = 'account-managers') AND\s""" + Onlooker.MAY_SEE;
    private static final String RANKED = " ORDER BY t.profit_per_minute DESC, t.id DESC LIMIT ?";
    private static final String AFTER =
            " AND (t.profit_per_minute, t.id) < (SELECT profit_per_minute, id FROM task WHERE id = ?)";
    private static final int REASONS = 5;

    private final Database database;
    private final Onlooker onlooker;

    Queues(Database database, Onlooker onlooker) {
        this.database = database;
        this.onlooker = onlooker;
    }

    /**
     * @param status none for all that is still to do
     * @param after the last task of the page before
     */
    @Transactional
    public List<QueuedTask> find(Optional<Team> team, Optional<TaskStatus> status, int limit, Optional<UUID> after) {
        List<Object> values = new ArrayList<>(List.of(onlooker.name()));
        StringBuilder where = new StringBuilder();
        status.ifPresentOrElse(
                one -> {
                    where.append("t.status = ?");
                    values.add(one);
                },
                () -> where.append("t.status IN ('assigned', 'claimed')"));
        team.ifPresent(one -> {
            where.append(" AND t.team = ?");
            values.add(one);
        });
        after.ifPresent(id -> {
            where.append(AFTER);
            values.add(id);
        });
        values.add(limit);
        return database.rows(COLUMNS + " AND " + where + RANKED, Queues::task, values.toArray());
    }

    @Transactional
    public Optional<QueuedTask> find(UUID task) {
        return database.rows(COLUMNS + " AND t.id = ?", Queues::task, onlooker.name(), task).stream()
                .findFirst();
    }

    /** What people should do first: what the system sends by itself, and what is owed anyway, is left out. */
    @Transactional
    public List<QueuedTask> mostWorthAContact(int limit) {
        return database.rows(
                COLUMNS + " AND t.status IN ('assigned', 'claimed') AND t.team <> 'automatic' AND NOT t.owed" + RANKED,
                Queues::task,
                onlooker.name(),
                limit);
    }

    private static QueuedTask task(Row row) throws SQLException {
        DecisionTrace trace = row.json(Json.TRACE, "trace");
        List<Reason> why = row.json(Json.REASONS, "why");
        return new QueuedTask(
                row.uuid("id"),
                row.uuid("case_id"),
                row.text("customer"),
                trace.segment(),
                row.word(Action.class, "action"),
                row.word(Team.class, "team"),
                row.maybeText("assignee"),
                row.instant("due_at"),
                row.word(TaskStatus.class, "status"),
                row.maybeText("claimed_by"),
                row.maybeWord(Outcome.class, "outcome"),
                why.stream()
                        .filter(reason -> reason.logOdds() > 0)
                        .limit(REASONS)
                        .map(Reason::factor)
                        .toList(),
                row.number("expected_profit"),
                row.text("currency"),
                trace.probability(),
                trace.level(),
                row.maybeJson(Json.OFFER, "offer"));
    }
}
