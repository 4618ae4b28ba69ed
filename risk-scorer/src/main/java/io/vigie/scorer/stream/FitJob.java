package io.vigie.scorer.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.vigie.scorer.learning.training.Remark;
import io.vigie.scorer.train.TrainingReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

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

    /**
     * It came to a model.
     *
     * @param model its id; a candidate, unless it was learned from a table
     * @param table what learning from a table came to
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Done(Instant since, Instant at, String by, String model, String id, Optional<OfTable> table)
            implements FitJob {
        public Done {
            table = table == null ? Optional.empty() : table;
        }
    }

    /**
     * What learning from a table came to.
     *
     * @param report the figures, as {@code ./vigie train --table --json} gives them
     * @param file where the model file can be had, until another table is learned from
     * @param speaks why it cannot be champion
     */
    record OfTable(TrainingReport report, String file, String speaks) {
        static OfTable of(String fit, TrainingReport report) {
            return new OfTable(
                    report,
                    "/models/fit/" + fit + "/model",
                    "it cannot be champion: its columns are those of the table, which nobody knows of customers as their"
                            + " signals come in; learn from the history for that");
        }
    }

    /**
     * It came to nothing.
     *
     * @param why in a sentence
     * @param remark the same by its code, where it has one
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Failed(Instant since, Instant at, String by, String why, String id, Optional<Remark> remark)
            implements FitJob {
        public Failed {
            remark = remark == null ? Optional.empty() : remark;
        }
    }

    /** Somebody called it off. */
    record Cancelled(Instant since, Instant at, String by, String id) implements FitJob {}
}
