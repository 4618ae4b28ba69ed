package io.vigie.retention.store;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.retention.casework.RetentionCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Cases to look at, one or many, and their numbers. */
@ApplicationScoped
public class Cases {
    private static final String RISKS = """
            SELECT as_of, level, previous_level, probability, moved_by FROM inbox
            WHERE customer = ? AND (moved_by IS NOT NULL OR level <> previous_level)
            ORDER BY as_of DESC, event_id LIMIT ?""";

    private static final String AFTER = """
             AND EXISTS (SELECT FROM retention_case l WHERE l.id = ?
                AND (c.opened_at < l.opened_at OR (c.opened_at = l.opened_at AND c.id > l.id)))""";

    private static final String HIDDEN =
            "SELECT c.id FROM retention_case c WHERE c.customer = ? AND NOT (" + Onlooker.MAY_SEE + ") LIMIT 1";

    private static final String LATEST = "SELECT latest FROM dossier WHERE customer = ? AND latest IS NOT NULL";

    private final Database database;
    private final CaseRows rows;
    private final Onlooker onlooker;

    Cases(Database database, CaseRows rows, Onlooker onlooker) {
        this.database = database;
        this.rows = rows;
        this.onlooker = onlooker;
    }

    @Transactional
    public Optional<RetentionCase> find(UUID id) {
        return rows.find("c.id = ? AND " + Onlooker.MAY_SEE, List.of(id, onlooker.name(), 1)).stream()
                .findFirst();
    }

    /** The latest first. */
    @Transactional
    public List<RetentionCase> find(Optional<String> customer, Optional<CaseStatus> status, int limit) {
        return find(customer, status, limit, Optional.empty());
    }

    /**
     * The same in pages.
     *
     * @param after the last of the page before
     */
    @Transactional
    public List<RetentionCase> find(
            Optional<String> customer, Optional<CaseStatus> status, int limit, Optional<UUID> after) {
        StringBuilder where = new StringBuilder(Onlooker.MAY_SEE);
        List<Object> values = new ArrayList<>(List.of(onlooker.name()));
        customer.ifPresent(one -> {
            where.append(" AND c.customer = ?");
            values.add(one);
        });
        status.ifPresent(one -> {
            where.append(" AND c.status = ?");
            values.add(one);
        });
        after.ifPresent(last -> {
            where.append(AFTER);
            values.add(last);
        });
        values.add(limit);
        return rows.find(where.toString(), values);
    }

    /** Whether who is looking must not learn, by doing something about a customer, what a case of theirs is about. */
    @Transactional
    public boolean hidden(String customer) {
        return !database.rows(HIDDEN, _ -> customer, customer, onlooker.name()).isEmpty();
    }

    /** How a customer's risk moved, the latest first; that time passed and changed no level is no move. */
    @Transactional
    public List<RiskMove> riskOf(String customer, int limit) {
        return database.rows(RISKS, Cases::move, customer, limit);
    }

    /** What the scorer last told of a customer. */
    @Transactional
    public Optional<RiskAssessed> latestOf(String customer) {
        return database.rows(LATEST, row -> row.json(Json.RISK, "latest"), customer).stream()
                .findFirst();
    }

    /** Counts by word of one column of one table: both are ours, never a caller's. */
    @Transactional
    public Numbers numbers() {
        return new Numbers(
                count("retention_case", "action"),
                count("retention_case", "status"),
                count("task", "action"),
                count("task", "team"),
                count("no_action", "reason"));
    }

    private Map<String, Long> count(String table, String column) {
        Map<String, Long> counts = new TreeMap<>();
        database.rows(
                        "SELECT " + column + " AS word, count(*) AS number FROM " + table + " GROUP BY 1",
                        row -> Map.entry(row.text("word"), row.number("number")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static RiskMove move(Row row) throws SQLException {
        return new RiskMove(
                row.instant("as_of"),
                row.word(RiskLevel.class, "level"),
                row.word(RiskLevel.class, "previous_level"),
                row.real("probability"),
                row.maybeText("moved_by"));
    }

    /**
     * A risk that was told, and what moved it.
     *
     * @param movedBy the type of the signal, where one did
     */
    public record RiskMove(
            Instant at, RiskLevel level, RiskLevel previous, double probability, Optional<String> movedBy) {}

    /** How many of each, by word. */
    public record Numbers(
            Map<String, Long> casesByLatestAction,
            Map<String, Long> casesByStatus,
            Map<String, Long> tasksByAction,
            Map<String, Long> tasksByTeam,
            Map<String, Long> noActionByReason) {}
}
