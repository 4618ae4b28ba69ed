package io.vigie.scorer.stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Comparator;

/** How learning a model from the history stands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FitJob.None.class, name = "none"),
    @JsonSubTypes.Type(value = FitJob.Underway.class, name = "underway"),
    @JsonSubTypes.Type(value = FitJob.Done.class, name = "done"),
    @JsonSubTypes.Type(value = FitJob.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = FitJob.Cancelled.class, name = "cancelled")
})
public sealed interface FitJob {
    /** The one to tell of where several instances have learned: what is under way, or else came last. */
    Comparator<FitJob> BY_NEWS = Comparator.comparing(FitJob::news);

    private Instant news() {
        return switch (this) {
            case None _ -> Instant.MIN;
            case Underway _ -> Instant.MAX;
            case Done done -> done.at();
            case Failed failed -> failed.at();
            case Cancelled cancelled -> cancelled.at();
        };
    }

    /** Tells one fit from every other, on whichever instance; nothing where there was none. */
    String id();

    /** Nothing was learned here since the start. */
    record None() implements FitJob {
        @Override
        public String id() {
            return "";
        }
    }

    /**
     * Under way.
     *
     * @param stage what is being done
     * @param done steps of it
     * @param of steps it has
     */
    record Underway(Instant since, String by, String stage, int done, int of, String id) implements FitJob {}

    /** @param model id of the candidate that it came to */
    record Done(Instant since, Instant at, String by, String model, String id) implements FitJob {}

    /** @param why it came to nothing */
    record Failed(Instant since, Instant at, String by, String why, String id) implements FitJob {}

    /** Somebody called it off. */
    record Cancelled(Instant since, Instant at, String by, String id) implements FitJob {}
}
