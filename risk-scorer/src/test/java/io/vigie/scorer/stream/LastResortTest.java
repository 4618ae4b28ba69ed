package io.vigie.scorer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

class LastResortTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final LastResort last = new LastResort(clock, new SimpleMeterRegistry());

    @Test
    void aThreadThatDiesNowAndThenIsReplaced() {
        for (int day = 0; day < 20; day++) {
            now = now.plus(Duration.ofDays(1));
            assertThat(last.handle(new IllegalStateException("once")))
                    .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        }
        assertThat(last.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    @Test
    void whatKillsEachNewThreadStopsTheStreamAndHealthSaysSo() {
        for (int death = 0; death < 5; death++) {
            last.handle(new IllegalStateException("always"));
        }

        assertThat(last.handle(new IllegalStateException("always")))
                .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(last.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    }

    @Test
    void withoutMemoryNoOtherThreadIsTried() {
        assertThat(last.handle(new OutOfMemoryError())).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    }
}
