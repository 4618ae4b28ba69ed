package io.vigie.retention.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Team;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.law.LawBook;
import io.vigie.retention.policy.Knowledge;
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
import java.util.stream.Collectors;

/**
 * The rules that hold: which version when, and what decisions turn on as it was last read. Nothing is decided on a schedule older
 * than the notice at which versions are published, so that several instances switch at the same instant.
 */
@ApplicationScoped
class StandingRules implements Rulebook {
    private static final Duration FRESH = PolicyShelf.NOTICE.dividedBy(2);

    private final Policy given;
    private final LawBook laws;
    private final Savings savings;
    private final Values values;
    private final Loads loads;
    private final Beginning beginning;
    private final PolicyRows rows;
    private final RetentionSettings settings;
    private final Clock clock;
    private final boolean learning;
    private final Map<String, Policy> read = new ConcurrentHashMap<>();
    private final AtomicReference<Schedule> schedule =
            new AtomicReference<>(new Schedule(Instant.MIN, new TreeMap<>()));
    private final AtomicReference<Knowledge> known = new AtomicReference<>(Knowledge.NONE);

    StandingRules(
            Policy given,
            LawBook laws,
            Savings savings,
            Values values,
            Loads loads,
            Beginning beginning,
            PolicyRows rows,
            RetentionSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        this.given = given;
        this.laws = laws;
        this.savings = savings;
        this.values = values;
        this.loads = loads;
        this.beginning = beginning;
        this.rows = rows;
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
    public Knowledge known() {
        Knowledge now = known.get();
        return beginning.history().map(from -> now.since(Optional.of(from))).orElse(now);
    }

    @Scheduled(every = "1h", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void learn() {
        if (learning) {
            SaveRates rates = savings.rates();
            Map<Segment, Double> tops = values.topFifths();
            known.updateAndGet(before -> before.with(rates, tops));
        }
    }

    /** What the latest plan has the time of each team worth; in a replay nobody works, so time is worth nothing. */
    @Scheduled(every = "30s", delayed = "25s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void price() {
        if (settings.mode() == RetentionSettings.Mode.LIVE) {
            Map<Team, Double> prices =
                    loads.latest().stream().collect(Collectors.toMap(Loads.Load::team, Loads.Load::shadowPrice));
            known.updateAndGet(before -> before.with(prices));
        }
    }

    private Schedule readAgain(Instant wallClock) {
        TreeMap<Instant, Policy> byInstant = new TreeMap<>();
        rows.schedule().forEach((from, version) -> byInstant.put(from, read.computeIfAbsent(version, this::read)));
        Schedule fresh = new Schedule(wallClock, byInstant);
        schedule.set(fresh);
        return fresh;
    }

    private Policy read(String version) {
        PolicyText text = rows.text(version).orElseThrow();
        return Policy.of(text, settings.zone(), laws);
    }
}
