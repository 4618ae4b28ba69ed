package io.vigie.retention.store;

import io.vigie.retention.RetentionSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** The wall clock's time; in a replay the time that has come. */
@ApplicationScoped
class PresentTime {
    private static final String LATEST = "SELECT coalesce(max(as_of), ?) AS latest FROM inbox";

    private final Database database;
    private final RetentionSettings settings;
    private final Clock clock;

    PresentTime(Database database, RetentionSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    Instant now() {
        Instant wallClock = clock.instant();
        return settings.mode() == RetentionSettings.Mode.LIVE
                ? wallClock
                : database.rows(LATEST, row -> row.instant("latest"), wallClock).getFirst();
    }
}
