package io.vigie.retention.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.law.LawBook;
import io.vigie.retention.policy.Policy;
import io.vigie.retention.policy.PolicyText;
import io.vigie.retention.policy.Rulebook;
import io.vigie.retention.policy.SaveRates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The rules that hold: which version when, and the save rates as they were last read. Nothing is decided on a schedule older
 * than the notice at which versions are published, so that several instances switch at the same instant.
 */
@ApplicationScoped
class StandingRules implements Rulebook {
    private static final Duration FRESH = PolicyShelf.NOTICE.dividedBy(2);
    private static final String SCHEDULE =
            "SELECT version, live_from FROM policy_version WHERE live_from IS NOT NULL ORDER BY live_from";
    private static final String TEXT = "SELECT dmn, figures FROM policy_version WHERE version = ?";

    private final Policy given;
    private final LawBook laws;
    private final Savings savings;
    private final Database database;
    private final RetentionSettings settings;
    private final Clock clock;
    private final boolean learning;
    private final Map<String, Policy> read = new ConcurrentHashMap<>();
    private final AtomicReference<Schedule> schedule =
            new AtomicReference<>(new Schedule(Instant.MIN, new TreeMap<>()));
    private final AtomicReference<SaveRates> rates = new AtomicReference<>(SaveRates.NONE);

    StandingRules(
            Policy given,
            LawBook laws,
            Savings savings,
            Database database,
            RetentionSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        this.given = given;
        this.laws = laws;
        this.savings = savings;
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.learning = settings.learnedRates().orElse(settings.mode() == RetentionSettings.Mode.LIVE);
        metrics.gauge(
                "vigie.retention.policy.versions",
                this,
                rules -> rules.schedule.get().byInstant().size());
    }

    /** Each version from its instant up to the next one's. */
    private record Schedule(Instant readAt, TreeMap<Instant, Policy> byInstant) {}

    @Override
    public Policy at(Instant now) {
        Instant wallClock = clock.instant();
        Schedule known = schedule.get();
        if (known.readAt().isBefore(wallClock.minus(FRESH))) {
            known = readAgain(wallClock);
        }
        return Optional.ofNullable(known.byInstant().floorEntry(now))
                .map(Map.Entry::getValue)
                .orElse(given);
    }

    @Override
    public SaveRates rates() {
        return rates.get();
    }

    @Scheduled(every = "1h", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void learn() {
        if (learning) {
            rates.set(savings.rates());
        }
    }

    private Schedule readAgain(Instant wallClock) {
        TreeMap<Instant, Policy> byInstant = new TreeMap<>();
        database.rows(SCHEDULE, row -> Map.entry(row.instant("live_from"), row.text("version")))
                .forEach(entry -> byInstant.put(entry.getKey(), read.computeIfAbsent(entry.getValue(), this::read)));
        Schedule fresh = new Schedule(wallClock, byInstant);
        schedule.set(fresh);
        return fresh;
    }

    private Policy read(String version) {
        PolicyText text = database.rows(TEXT, row -> new PolicyText(row.text("dmn"), row.text("figures")), version)
                .getFirst();
        return Policy.of(text, settings.zone(), laws);
    }
}
