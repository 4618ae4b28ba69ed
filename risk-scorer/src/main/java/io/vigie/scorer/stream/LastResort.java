package io.vigie.scorer.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Replaces a thread of the stream that died of what nobody foresaw, a few times in a while; after that the same would
 * kill each new one, so the stream is left to stop and health to say so.
 */
@Unremovable
@Readiness
@ApplicationScoped
class LastResort implements StreamsUncaughtExceptionHandler, HealthCheck {
    private static final Logger LOG = Logger.getLogger(LastResort.class);
    private static final int MOST = 5;
    private static final Duration WHILE = Duration.ofMinutes(10);

    private final Clock clock;
    private final MeterRegistry metrics;
    private final Deque<Instant> deaths = new ArrayDeque<>();
    private boolean stopped;

    LastResort(Clock clock, MeterRegistry metrics) {
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        Instant now = clock.instant();
        while (!deaths.isEmpty() && deaths.getFirst().isBefore(now.minus(WHILE))) {
            deaths.removeFirst();
        }
        deaths.addLast(now);
        stopped = stopped || failure instanceof VirtualMachineError || deaths.size() > MOST;
        metrics.counter("vigie.scorer.threads.died", "then", stopped ? "stopped" : "replaced")
                .increment();
        LOG.errorf(
                failure,
                stopped
                        ? "a thread of the stream died, once too often: the stream stops; mend the cause and start it again"
                        : "a thread of the stream died, another takes its place");
        return stopped ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT : StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    @Override
    public synchronized HealthCheckResponse call() {
        return HealthCheckResponse.named("stream threads")
                .status(!stopped)
                .withData("died lately", deaths.size())
                .build();
    }
}
