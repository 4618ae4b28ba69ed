package io.vigie.retention.store;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Has those who were drawn asked one by one, each in a transaction, so that no two instances ask the same. */
@ApplicationScoped
public class WaveRound {
    private final Waves waves;
    private final MeterRegistry metrics;
    private final Clock clock;

    WaveRound(Waves waves, MeterRegistry metrics, Clock clock) {
        this.waves = waves;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Asks one.
     *
     * @param asking says by which way, if any is open
     * @return false where nobody is left
     */
    @Transactional
    public boolean askNext(Function<Waves.Member, Optional<String>> asking) {
        Optional<Waves.Member> next = waves.next();
        next.ifPresent(member -> {
            Optional<String> by = asking.apply(member);
            waves.tried(member, by, clock.instant());
            metrics.counter("vigie.barometer.asked", "by", by.orElse("nothing")).increment();
        });
        return next.isPresent();
    }
}
