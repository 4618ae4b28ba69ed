package io.vigie.retention.store;

import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.NoActionReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decisions not to act, for people to look through and set aside. */
@ApplicationScoped
public class NoActions {
    private static final String FIND = "SELECT * FROM no_action WHERE trace IS NOT NULL";
    private static final String LATEST = " ORDER BY at DESC, event_id DESC LIMIT ?";
    private static final String AFTER = " AND (at, event_id) < (SELECT at, event_id FROM no_action WHERE event_id = ?)";

    private final Database database;

    NoActions(Database database) {
        this.database = database;
    }

    /** Somebody was left alone, and what that was decided on. */
    public record NoAction(String id, String customer, NoActionReason reason, Instant at, DecisionTrace trace) {}

    /**
     * The latest first.
     *
     * @param after the last of the page before
     */
    @Transactional
    public List<NoAction> find(
            Optional<NoActionReason> reason, Optional<String> customer, int limit, Optional<String> after) {
        StringBuilder where = new StringBuilder();
        List<Object> values = new ArrayList<>();
        reason.ifPresent(one -> {
            where.append(" AND reason = ?");
            values.add(one);
        });
        customer.ifPresent(one -> {
            where.append(" AND customer = ?");
            values.add(one);
        });
        after.ifPresent(one -> {
            where.append(AFTER);
            values.add(one);
        });
        values.add(limit);
        return database.rows(FIND + where + LATEST, NoActions::noAction, values.toArray());
    }

    private static NoAction noAction(Row row) throws SQLException {
        return new NoAction(
                row.text("event_id"),
                row.text("customer"),
                row.word(NoActionReason.class, "reason"),
                row.instant("at"),
                row.json(Json.TRACE, "trace"));
    }
}
