package io.vigie.retention.store;

import io.vigie.events.risk.SignalRef;
import io.vigie.retention.casework.Assessment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
        return new HashSet<>(database.rows(
                TAKE,
                row -> row.text("event_id"),
                column(assessments, one -> Optional.of(one.event())),
                column(assessments, one -> Optional.of(one.risk().customer())),
                column(assessments, one -> Optional.of(one.risk().asOf().toString())),
                column(assessments, one -> Optional.of(one.risk().level().word())),
                column(
                        assessments,
                        one -> Optional.of(one.risk().previousLevel().word())),
                column(assessments, one -> Optional.of(String.valueOf(one.risk().probability()))),
                column(assessments, one -> one.risk().movedBy().map(SignalRef::type)),
                column(assessments, one -> one.risk().movedBy().map(by -> by.time()
                        .toString()))));
    }

    private static @Nullable String[] column(List<Assessment> all, Function<Assessment, Optional<String>> value) {
        return all.stream().map(one -> value.apply(one).orElse(null)).toArray(String[]::new);
    }
}
