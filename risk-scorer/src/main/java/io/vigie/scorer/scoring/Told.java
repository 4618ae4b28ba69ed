package io.vigie.scorer.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well a model told those of whom it is known what came.
 *
 * @param said the mean probability
 * @param came the share that left
 * @param auc missing while nobody left, or nobody stayed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Told(double said, double came, OptionalDouble auc, double brier, double logLoss) {
    static Optional<Told> of(TrackRecord record) {
        double known = record.known();
        return known == 0
                ? Optional.empty()
                : Optional.of(new Told(
                        record.said() / known,
                        record.leavers() / known,
                        record.auc(),
                        record.squares() / known,
                        record.surprise() / known));
    }
}
