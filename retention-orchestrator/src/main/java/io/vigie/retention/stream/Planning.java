package io.vigie.retention.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.casework.IllegalMove;
import io.vigie.retention.store.Loads;
import io.vigie.retention.store.Planner;
import io.vigie.retention.store.StaleVersion;
import io.vigie.retention.store.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** In live mode the plan of who has time for what is made anew every minute; in a replay nobody works. */
@ApplicationScoped
class Planning {
    private static final Logger LOG = Logger.getLogger(Planning.class);

    private final Planner planner;
    private final Worker worker;
    private final Loads loads;
    private final RetentionSettings settings;
    private final Clock clock;
    private final MultiGauge waiting;
    private final MultiGauge price;

    Planning(
            Planner planner,
            Worker worker,
            Loads loads,
            RetentionSettings settings,
            MeterRegistry metrics,
            Clock clock) {
        this.planner = planner;
        this.worker = worker;
        this.loads = loads;
        this.settings = settings;
        this.clock = clock;
        this.waiting = MultiGauge.builder("vigie.retention.tasks.waiting")
                .description("Tasks that nobody has the time for")
                .register(metrics);
        this.price = MultiGauge.builder("vigie.retention.shadow.price")
                .description("What one more minute of a team would be worth, minor units")
                .register(metrics);
    }

    @Scheduled(every = "1m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void plan() {
        if (settings.mode() == RetentionSettings.Mode.LIVE) {
            Planner.Orders orders = planner.plan(clock.instant());
            orders.fallingBack().forEach(task -> tried(() -> worker.fallBack(task)));
            orders.given().forEach(gift -> tried(() -> worker.give(gift.task(), gift.team(), gift.person())));
            show(loads.latest());
        }
    }

    /** Whatever somebody has done meanwhile counts for more than the plan, which is made anew soon. */
    private static void tried(Runnable deed) {
        try {
            deed.run();
        } catch (IllegalMove | StaleVersion e) {
            LOG.debugf("left as it is: %s", e.getMessage());
        }
    }

    private void show(List<Loads.Load> all) {
        waiting.register(
                all.stream()
                        .map(load ->
                                MultiGauge.Row.of(Tags.of("team", load.team().word()), (double) load.waiting()))
                        .toList(),
                true);
        price.register(
                all.stream()
                        .map(load ->
                                MultiGauge.Row.of(Tags.of("team", load.team().word()), load.shadowPrice()))
                        .toList(),
                true);
    }
}
