package io.vigie.retention.dispatch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.store.Notices;
import io.vigie.retention.store.Notices.Owed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The yearly notice that a contract will renew by itself: three months to one before refusing ends (L215-1). */
@ApplicationScoped
public class NoticeRound {
    private static final String TEXT = "renewal-notice";
    private static final int EARLIEST_MONTHS = 3;
    private static final int LATEST_MONTHS = 1;
    private static final int TERM_MONTHS = 12;
    private static final Duration A_MOMENT = Duration.ofNanos(1_000);
    private static final Logger LOG = Logger.getLogger(NoticeRound.class);

    private final Notices notices;
    private final LetterWriter writer;
    private final RetentionSettings settings;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final AtomicInteger missed = new AtomicInteger();

    NoticeRound(Notices notices, LetterWriter writer, RetentionSettings settings, MeterRegistry metrics, Clock clock) {
        this.notices = notices;
        this.writer = writer;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
        Gauge.builder("vigie.notices.missed", missed, AtomicInteger::get).register(metrics);
    }

    /**
     * How many there are.
     *
     * @param owed one now
     * @param late of those missed, who can still refuse
     * @param missed in this term, also those whose last day has passed
     */
    public record Standing(int owed, int late, int missed) {}

    /** All of them, where a list is cut off. */
    public Standing standing() {
        int stillLate = number(late());
        return new Standing(number(onTime()), stillLate, stillLate + number(past()));
    }

    /** Who is owed one now. */
    public List<Owed> owed(int limit) {
        return in(onTime(), limit);
    }

    /** Who should have been told by now and was not, in this term; those first who can still refuse. */
    public List<Owed> missed(int limit) {
        List<Owed> stillLate = in(late(), limit);
        return Stream.concat(stillLate.stream(), in(past(), limit - stillLate.size()).stream())
                .toList();
    }

    /** Writes to them, once for each deadline; what could be written waits for the next batch. */
    public long write(int limit, String by) {
        return written(owed(limit), by);
    }

    /** The same to those who were missed and can still refuse: a last day that has passed is announced to nobody. */
    public long writeLate(int limit, String by) {
        return written(in(late(), limit), by);
    }

    private Window onTime() {
        return new Window(now().plusMonths(LATEST_MONTHS), now().plusMonths(EARLIEST_MONTHS));
    }

    private Window late() {
        return new Window(today(), now().plusMonths(LATEST_MONTHS).minus(A_MOMENT));
    }

    private Window past() {
        return new Window(now().minusMonths(TERM_MONTHS), today().minus(A_MOMENT));
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(settings.zone());
    }

    private ZonedDateTime today() {
        return now().toLocalDate().atStartOfDay(settings.zone());
    }

    private List<Owed> in(Window window, int limit) {
        return notices.due(window.from.toInstant(), window.to.toInstant(), TEXT, settings.zone(), limit);
    }

    private int number(Window window) {
        return notices.number(window.from.toInstant(), window.to.toInstant(), TEXT, settings.zone());
    }

    private long written(List<Owed> all, String by) {
        long written = all.stream().filter(owed -> written(owed, by)).count();
        missed.set(standing().missed());
        return written;
    }

    /** When the last day to refuse falls. */
    private record Window(ZonedDateTime from, ZonedDateTime to) {}

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
