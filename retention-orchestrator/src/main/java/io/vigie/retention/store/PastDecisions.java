package io.vigie.retention.store;

import static java.util.stream.Collectors.groupingBy;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.NoActionReason;
import io.vigie.retention.rehearsal.PastDecision;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Decisions of the past with what they cost, for judging policies that were not there yet. */
@ApplicationScoped
class PastDecisions {
    private static final String BY_CHANCE = """
            SELECT c.customer, c.opened_at AS at, c.trace, c.opened_action AS action, NULL AS reason,
                (SELECT coalesce(sum(t.cost + CASE WHEN t.outcome = 'offer-accepted'
                    THEN coalesce((t.offer ->> 'most')::bigint, 0) ELSE 0 END), 0)
                    FROM task t WHERE t.case_id = c.id AND t.status = 'done') AS spent,
                EXISTS (SELECT FROM task t WHERE t.case_id = c.id AND t.status = 'done' AND NOT t.owed) AS carried_out
            FROM retention_case c
            WHERE c.customer = ANY (?) AND c.opened_at < ? AND c.trace ->> 'rule' <> 'chosen-by-a-person'
            UNION ALL
            SELECT n.customer, n.at, n.trace, NULL, n.reason, 0, true
            FROM no_action n WHERE n.trace IS NOT NULL AND n.customer = ANY (?) AND n.at < ?
            ORDER BY customer, at""";

    private final Database database;

    PastDecisions(Database database) {
        this.database = database;
    }

    /** Those taken by a policy before an instant, by customer. */
    Map<String, List<PastDecision>> of(Collection<String> customers, Instant before) {
        String[] names = customers.toArray(String[]::new);
        return database.rows(BY_CHANCE, PastDecisions::decision, names, before, names, before).stream()
                .collect(groupingBy(PastDecision::customer));
    }

    private static PastDecision decision(Row row) throws SQLException {
        return new PastDecision(
                row.text("customer"),
                row.instant("at"),
                row.json(Json.TRACE, "trace"),
                row.maybeWord(Action.class, "action"),
                row.maybeWord(NoActionReason.class, "reason"),
                row.number("spent"),
                row.is("carried_out"));
    }
}
