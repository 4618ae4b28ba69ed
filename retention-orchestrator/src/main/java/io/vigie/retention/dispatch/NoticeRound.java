package io.vigie.retention.dispatch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.store.Notices;
import io.vigie.retention.store.Notices.Owed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** The yearly notice that a contract will renew by itself: three months to one before refusing ends (L215-1). */
@ApplicationScoped
public class NoticeRound {
    private static final String TEXT = "renewal-notice";
    private static final int EARLIEST_MONTHS = 3;
    private static final int LATEST_MONTHS = 1;
    private static final int TERM_MONTHS = 12;
    private static final Logger LOG = Logger.getLogger(NoticeRound.class);

    private final Notices notices;
    private final LetterWriter writer;
    private final RetentionSettings settings;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final AtomicInteger late = new AtomicInteger();

    NoticeRound(Notices notices, LetterWriter writer, RetentionSettings settings, MeterRegistry metrics, Clock clock) {
        this.notices = notices;
        this.writer = writer;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
        Gauge.builder("vigie.notices.missed", late, AtomicInteger::get).register(metrics);
    }

    /** Who is owed one now. */
    public List<Owed> owed(int limit) {
        ZonedDateTime now = clock.instant().atZone(settings.zone());
        return between(now.plusMonths(LATEST_MONTHS), now.plusMonths(EARLIEST_MONTHS), limit);
    }

    /** Who should have been told by now and was not, in this term: they may leave at any time, and are still better told. */
    public List<Owed> missed(int limit) {
        ZonedDateTime now = clock.instant().atZone(settings.zone());
        return between(
                now.minusMonths(TERM_MONTHS), now.plusMonths(LATEST_MONTHS).minusNanos(1_000), limit);
    }

    private List<Owed> between(ZonedDateTime from, ZonedDateTime to, int limit) {
        return notices.due(from.toInstant(), to.toInstant(), TEXT, settings.zone(), limit);
    }

    /** Writes to them, once for each deadline; what could be written waits for the next batch. */
    public long write(int limit, String by) {
        long written = write(owed(limit), by);
        late.set(missed(Integer.MAX_VALUE).size());
        return written;
    }

    /** The same to those who were missed, late as it is. */
    public long writeLate(int limit, String by) {
        long written = write(missed(limit), by);
        late.set(missed(Integer.MAX_VALUE).size());
        return written;
    }

    private long write(List<Owed> all, String by) {
        return all.stream().filter(owed -> written(owed, by)).count();
    }

    /** One that cannot be written holds up no other. */
    private boolean written(Owed owed, String by) {
        try {
            return writer.byHand(owed.customer(), TEXT, Optional.of(owed.deadline()), by)
                    instanceof LetterWriter.Written.As;
        } catch (RuntimeException e) {
            LOG.errorf("the yearly notice to %s could not be written: %s", owed.customer(), e.getMessage());
            metrics.counter("vigie.notices.failed").increment();
            return false;
        }
    }
}
