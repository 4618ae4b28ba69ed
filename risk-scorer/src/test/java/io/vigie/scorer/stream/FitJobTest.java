package io.vigie.scorer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FitJobTest {
    private static final Instant YESTERDAY = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant TODAY = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void whatIsUnderWayIsToldBeforeWhatCameLastAndThatBeforeNothing() {
        FitJob done = new FitJob.Done(YESTERDAY, YESTERDAY, "analyst", "m-1", "f-1", Optional.empty());
        FitJob failed = new FitJob.Failed(YESTERDAY, TODAY, "analyst", "too little", "f-2", Optional.empty());
        FitJob underway = new FitJob.Underway(YESTERDAY, "analyst", "reading", 0, 1, "f-3");

        assertThat(Collections.max(List.of(done, failed, new FitJob.None()), FitJob.BY_NEWS))
                .isEqualTo(failed);
        assertThat(Collections.max(List.of(failed, underway, done), FitJob.BY_NEWS))
                .isEqualTo(underway);
    }
}
