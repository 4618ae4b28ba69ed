package io.vigie.scorer.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;

/**
 * How much is kept of a customer.
 *
 * @param age before the newest entry, after which entries are no longer kept one by one
 * @param entries how many are kept one by one
 * @param identities how long before the newest entry it is remembered under which ids others came; without it, for ever
 * @param metrics that count what was dropped
 */
record Keeping(Duration age, int entries, Optional<Duration> identities, MeterRegistry metrics) {
    Keeping {
        if (entries < 1 || age.isNegative() || age.isZero()) {
            throw new IllegalArgumentException("a timeline must be kept for some time, and hold some entries");
        }
    }

    /** All, for ever: what a replay needs, whose order of arrival must not matter. */
    static Keeping all(MeterRegistry metrics) {
        return new Keeping(Duration.ofDays(Integer.MAX_VALUE), Integer.MAX_VALUE, Optional.empty(), metrics);
    }

    void droppedEntries(int many) {
        metrics.counter("vigie.timeline.dropped").increment(many);
    }

    void droppedIdentities(int many) {
        metrics.counter("vigie.identities.dropped").increment(many);
    }
}
