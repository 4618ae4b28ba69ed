package io.vigie.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutageTest {
    private final AtomicLong now = new AtomicLong(5);
    private final Outage outage = new Outage(now::get);

    @Test
    void whileTheBrokerAnswersEverybodyTries() {
        assertThat(outage.allowsATry()).isTrue();
        assertThat(outage.allowsATry()).isTrue();
    }

    @Test
    void whileItIsSilentOneTriesEachSecond() {
        outage.begins();

        assertThat(outage.allowsATry()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(outage.allowsATry()).isTrue();
        assertThat(outage.allowsATry()).isFalse();
        outage.begins();
        pass(Duration.ofSeconds(1));
        assertThat(outage.allowsATry()).isTrue();
    }

    @Test
    void oneThatSucceedsEndsIt() {
        outage.begins();
        outage.ends();

        assertThat(outage.allowsATry()).isTrue();
        assertThat(outage.allowsATry()).isTrue();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
