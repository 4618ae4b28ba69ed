package io.vigie.retention.store;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.SignalRef;
import io.vigie.retention.casework.Assessment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every event is taken once, however often it is delivered. */
@ApplicationScoped
class Inbox {
    private static final String TAKE = """
            INSERT INTO inbox (event_id, customer, as_of, level, previous_level, probability, moved_by, moved_at)
            SELECT id, customer, as_of::timestamptz, level, previous, probability::double precision, moved_by,
                moved_at::timestamptz
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
                AS came(id, customer, as_of, level, previous, probability, moved_by, moved_at)
            ON CONFLICT DO NOTHING RETURNING event_id""";

    private final Database database;

    Inbox(Database database) {
        this.database = database;
    }

    /** The ids that were not taken before; each stands for its first delivery only. */
    Set<String> firstTimes(List<Assessment> assessments) {
        List<Object[]> rows = assessments.stream().map(Inbox::values).toList();
        return new HashSet<>(database.rows(TAKE, row -> row.text("event_id"), Columns.of(rows)));
    }

    private static Object[] values(Assessment one) {
        RiskAssessed risk = one.risk();
        return new Object[] {
            one.event(),
            risk.customer(),
            risk.asOf(),
            risk.level(),
            risk.previousLevel(),
            risk.probability(),
            risk.movedBy().map(SignalRef::type),
            risk.movedBy().map(SignalRef::time)
        };
    }
}
