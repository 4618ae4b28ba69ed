package io.vigie.scorer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.model.SilenceFitted;
import io.vigie.events.model.SilenceTakenBack;
import io.vigie.scorer.model.Scorecard;
import java.time.Duration;
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

        SilenceInUse before = new SilenceInUse(Scorecard.shipped().silence());
        before.heard("silence/all", Optional.of(fitted("all")));
        before.heard("silence/segment=b2c", Optional.of(fitted("segment=b2c")));

        List<ProducerRecord<String, byte[]>> told = SilenceRecords.told("models", done, before);

        assertThat(told).extracting(ProducerRecord::key).containsExactly("silence/all", "silence/segment=b2c");
        assertThat(told.getFirst().value()).isNotNull();
        assertThat(told.getLast().value()).isNull();
    }

    @Test
    void whatWasTakenBackIsNotFittedByItselfUntilSomebodyHasAskedForAFit() {
        SilenceInUse inUse = new SilenceInUse(Scorecard.shipped().silence());
        Lesson.Done done = new Lesson.Done(NOW, NOW, List.of(fitted("all")), List.of());
        Instant weekAgo = NOW.minus(Duration.ofDays(7));
        assertThat(SilenceLearning.due(weekAgo, new Lesson.None(), inUse)).isTrue();
        assertThat(SilenceLearning.due(weekAgo, done, inUse)).isFalse();

        SilenceTakenBack back = new SilenceTakenBack("anne", NOW);
        assertThat(SilenceRecords.takenBack("models", List.of(fitted("all")), back))
                .extracting(ProducerRecord::key)
                .containsExactly(SilenceTakenBack.KEY, "silence/all");
        inUse.heard(back);

        assertThat(SilenceLearning.due(weekAgo, new Lesson.None(), inUse)).isFalse();
        assertThat(SilenceRecords.told("models", done, inUse))
                .last()
                .satisfies(over -> assertThat(over.key()).isEqualTo(SilenceTakenBack.KEY))
                .satisfies(over -> assertThat(over.value()).isNull());
        inUse.heard(SilenceTakenBack.KEY, Optional.empty());
        assertThat(SilenceLearning.due(weekAgo, new Lesson.None(), inUse)).isTrue();
    }

    private static SilenceFitted fitted(String cohort) {
        return new SilenceFitted(
                cohort, NOW, NOW, NOW, 100, 90, 900, 5, 3, 1, 1, -1_000, 0.7, 0.6, List.of(), Optional.empty());
    }
}
