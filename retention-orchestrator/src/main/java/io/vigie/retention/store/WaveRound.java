package io.vigie.retention.store;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Has those who were drawn asked one by one: each is taken first and then asked, so that nobody is asked twice. */
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

    /** The next who was not asked yet, and whom nobody else asks from now on, whatever becomes of it. */
    @Transactional
    public Optional<Waves.Member> takeNext() {
        Optional<Waves.Member> next = waves.next();
        next.ifPresent(member -> waves.tried(member, clock.instant()));
        return next;
    }

    /**
     * Asks one.
     *
     * @param asking says by which way, if any is open
     */
    @Transactional
    public void ask(Waves.Member member, Function<Waves.Member, Optional<String>> asking) {
        Optional<String> by = asking.apply(member);
        by.ifPresent(way -> waves.asked(member, way, clock.instant()));
        metrics.counter("vigie.barometer.asked", "by", by.orElse("nothing")).increment();
    }
}
