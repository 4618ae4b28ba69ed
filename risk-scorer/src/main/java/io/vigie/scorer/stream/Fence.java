package io.vigie.scorer.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Lets what cannot be worked out of one customer stop nobody else's; what the broker or the stores throw passes. */
final class Fence {
    private static final Logger LOG = Logger.getLogger(Fence.class);

    private final MeterRegistry metrics;
    private long failures;

    Fence(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** What a piece of work comes to; empty where it failed, which is counted under its name. */
    <T> Optional<T> around(String what, Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            metrics.counter("vigie.scorer.failures", "what", what).increment();
            // each of the first, then ever fewer: where all fail, the log must not fill the disk
            if (Long.bitCount(++failures) == 1) {
                LOG.warnf(
                        e,
                        "a %s could not be worked out (%d failures so far); everything else goes on",
                        what,
                        failures);
            }
            return Optional.empty();
        }
    }
}
