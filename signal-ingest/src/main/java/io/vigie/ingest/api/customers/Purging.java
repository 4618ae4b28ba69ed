package io.vigie.ingest.api.customers;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.store.ErasureRows;
import io.vigie.ingest.store.LastContacts;
import io.vigie.ingest.store.Purges;
import io.vigie.ingest.store.Purges.Purge;
import io.vigie.ingest.stream.ContactsNoted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** In live mode things grow old by the wall clock; in a replay, whose time is another, nothing is forgotten. */
@ApplicationScoped
class Purging {
    private static final String OURSELVES = "retention period";
    private static final int AT_ONCE = 200;

    private final Purges purges;
    private final LastContacts contacts;
    private final ContactsNoted noted;
    private final Erasing erasing;
    private final IngestSettings settings;
    private final InstantSource clock;
    private final MeterRegistry meters;

    Purging(
            Purges purges,
            LastContacts contacts,
            ContactsNoted noted,
            Erasing erasing,
            IngestSettings settings,
            InstantSource clock,
            MeterRegistry meters) {
        this.purges = purges;
        this.contacts = contacts;
        this.noted = noted;
        this.erasing = erasing;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    @Scheduled(
            every = "${vigie.keep.looked-after-every:1h}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void hourly() {
        if (settings.mode() == IngestSettings.Mode.LIVE) {
            purge();
        }
    }

    /** What went; nothing where it went today already. */
    List<Purge> purge() {
        List<Purge> due = purges.purge(periods(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        due.stream().filter(Purge::finished).forEach(purge -> count(purge.subject(), purge.removed()));
        return due.stream()
                .map(purge -> purge.finished() ? purge : erased(purge))
                .toList();
    }

    private Purge erased(Purge due) {
        if (!noted.upToNow()) {
            Log.warn("nobody is erased as silent yet: not all that was heard of customers has been noted");
            return due;
        }
        Instant now = clock.instant();
        Purge reached = new SilentErasing(
                        () -> contacts.inactive(due.before(), now, AT_ONCE),
                        customer -> erasing.erase(customer, OURSELVES, ErasureRows.Why.INACTIVE),
                        purge -> purges.report(purge, clock.instant()))
                .run(due);
        count(due.subject(), reached.removed() - due.removed());
        return reached;
    }

    private void count(String subject, long removed) {
        meters.counter("vigie.purged", "table", subject).increment((double) removed);
    }

    private Map<String, Duration> periods() {
        IngestSettings.Keep keep = settings.keep();
        return Map.of(
                "refused",
                keep.refused(),
                Purges.OPEN,
                keep.refused(),
                Purges.WAITING,
                keep.waiting(),
                "imports",
                keep.imports(),
                "lookups",
                keep.lookups(),
                "erasures",
                keep.erasures(),
                "purges",
                keep.purges(),
                Purges.INACTIVE,
                keep.inactive());
    }
}
