package io.vigie.ingest.api.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BodyTest {
    private static final int MOST = 1_000;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void aSenderThatTricklesIsLetGoThoughEachByteComesInTime() {
        TimelyStream slow = new TimelyStream(trickling(MOST, Duration.ofSeconds(59)), nanos::get);

        status(408, slow);
    }

    @Test
    void whatIsTooLargeIsNotReadAwayForEver() {
        TimelyStream endless = new TimelyStream(trickling(1 << 20, Duration.ofMillis(50)), nanos::get);

        status(408, endless);
    }

    @Test
    void whatComesInTimeIsTakenWhole() {
        TimelyStream steady = new TimelyStream(trickling(MOST, Duration.ofMillis(50)), nanos::get);

        assertThat(Body.read(steady, MOST)).hasSize(MOST);
        status(413, new TimelyStream(trickling(MOST + 1, Duration.ZERO), nanos::get));
    }

    private static void status(int status, TimelyStream body) {
        assertThatThrownBy(() -> Body.read(body, MOST))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.getStatusCode())
                        .isEqualTo(status));
    }

    /** Gives a byte at a time, each of which takes a while. */
    private InputStream trickling(int bytes, Duration each) {
        InputStream all = new ByteArrayInputStream(new byte[bytes]);
        return new InputStream() {
            @Override
            public int read() throws IOException {
                nanos.addAndGet(each.toNanos());
                return all.read();
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                nanos.addAndGet(each.toNanos());
                return all.read(into, from, Math.min(most, 1));
            }
        };
    }
}
