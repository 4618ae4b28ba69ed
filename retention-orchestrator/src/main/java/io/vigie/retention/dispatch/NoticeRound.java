package io.vigie.retention.dispatch;

import io.vigie.retention.RetentionSettings;
import io.vigie.retention.store.Notices;
import io.vigie.retention.store.Notices.Owed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** The yearly notice that a contract will renew by itself: three months to one before refusing ends (L215-1). */
@ApplicationScoped
public class NoticeRound {
    private static final String TEXT = "renewal-notice";
    private static final int EARLIEST_MONTHS = 3;
    private static final int LATEST_MONTHS = 1;

    private final Notices notices;
    private final LetterWriter writer;
    private final RetentionSettings settings;
    private final Clock clock;

    NoticeRound(Notices notices, LetterWriter writer, RetentionSettings settings, Clock clock) {
        this.notices = notices;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who is owed one now. */
    public List<Owed> owed(int limit) {
        ZonedDateTime now = clock.instant().atZone(settings.zone());
        return notices.due(
                now.plusMonths(LATEST_MONTHS).toInstant(),
                now.plusMonths(EARLIEST_MONTHS).toInstant(),
                TEXT,
                settings.zone(),
                limit);
    }

    /** Writes to them, once for each deadline; what could be written waits for the next batch. */
    public long write(int limit, String by) {
        return owed(limit).stream()
                .map(owed -> writer.byHand(owed.customer(), TEXT, Optional.of(owed.deadline()), by))
                .filter(LetterWriter.Written.As.class::isInstance)
                .count();
    }
}
