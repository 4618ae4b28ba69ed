package io.vigie.scorer.stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.vigie.events.model.SilenceFitted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How one instance's learning stands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Lesson.None.class, name = "none"),
    @JsonSubTypes.Type(value = Lesson.Underway.class, name = "underway"),
    @JsonSubTypes.Type(value = Lesson.Done.class, name = "done"),
    @JsonSubTypes.Type(value = Lesson.Failed.class, name = "failed")
})
public sealed interface Lesson {
    /** When it began, where it did. */
    Optional<Instant> startedAt();

    /** Nothing was learned here since the start. */
    record None() implements Lesson {
        @Override
        public Optional<Instant> startedAt() {
            return Optional.empty();
        }
    }

    /** @param read signals and records read so far */
    record Underway(Instant since, long read) implements Lesson {
        @Override
        public Optional<Instant> startedAt() {
            return Optional.of(since);
        }
    }

    /** @param unfit cohorts whose orders tell nothing, for which everybody's parameters hold */
    record Done(Instant since, Instant at, List<SilenceFitted> fitted, List<Unfit> unfit) implements Lesson {
        public Done {
            fitted = List.copyOf(fitted);
            unfit = List.copyOf(unfit);
        }

        @Override
        public Optional<Instant> startedAt() {
            return Optional.of(since);
        }
    }

    /** @param why it came to nothing */
    record Failed(Instant since, String why) implements Lesson {
        @Override
        public Optional<Instant> startedAt() {
            return Optional.of(since);
        }
    }

    /** A cohort without parameters of its own, and why. */
    record Unfit(String cohort, String why) {}
}
