package io.vigie.scorer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.model.SilenceFitted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class SilenceToldTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void whoseOrdersSayNothingAnyMoreGoesBackToTheScorecard() {
        Lesson.Done done = new Lesson.Done(
                NOW,
                NOW,
                List.of(fitted("all")),
                List.of(
                        new Lesson.Unfit("segment=b2c", "too few orders"),
                        new Lesson.Unfit("segment=b2b", "never fitted")));

        List<ProducerRecord<String, byte[]>> told =
                SilenceLearning.told("models", done, List.of(fitted("all"), fitted("segment=b2c")));

        assertThat(told).extracting(ProducerRecord::key).containsExactly("silence/all", "silence/segment=b2c");
        assertThat(told.getFirst().value()).isNotNull();
        assertThat(told.getLast().value()).isNull();
    }

    private static SilenceFitted fitted(String cohort) {
        return new SilenceFitted(
                cohort, NOW, NOW, NOW, 100, 90, 900, 5, 3, 1, 1, -1_000, 0.7, 0.6, List.of(), Optional.empty());
    }
}
