package io.vigie.kpi.store;

import io.vigie.kpi.KpiConfig;
import io.vigie.kpi.measure.Period;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Which now a question means: the clock's when live, just after the newest event when past time is replayed. */
@Singleton
public class Horizon {
    private final KpiConfig config;
    private final Measures measures;
    private final Clock clock;

    @Inject
    Horizon(KpiConfig config, Measures measures, Clock clock) {
        this.config = config;
        this.measures = measures;
        this.clock = clock;
    }

    public Instant now() {
        return switch (config.mode()) {
            case LIVE -> clock.instant();
            case REPLAY -> measures.newest().map(Period::justAfter).orElseGet(clock::instant);
        };
    }

    /**
     * The period asked for, in the company's zone and up to now unless it says otherwise.
     *
     * @throws io.vigie.kpi.measure.WrongPeriod when it makes no sense
     */
    public Period period(Optional<String> from, Optional<String> to) {
        return Period.asked(from, to, config.zone(), now());
    }
}
