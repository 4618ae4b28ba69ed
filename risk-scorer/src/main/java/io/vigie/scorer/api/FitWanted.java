package io.vigie.scorer.api;

import io.vigie.scorer.learning.history.LearningPlan;
import io.vigie.scorer.learning.history.LeftMeans;
import io.vigie.scorer.model.Scorecard;
import io.vigie.scorer.stream.Questions;
import java.time.Instant;
import java.util.Optional;

/**
 * How to learn from the history; what is not said is as experts would have it.
 *
 * @param until the end of what is known; without it, now
 * @param withoutContract what counts as having left of who buys without a contract
 * @param everyDays between two instants to learn from
 * @param snapshots how many to learn from at most
 */
public record FitWanted(
        Optional<Instant> until,
        Optional<LeftMeans> withoutContract,
        Optional<Integer> everyDays,
        Optional<Integer> snapshots,
        Optional<Long> seed) {
    static final FitWanted NOTHING =
            new FitWanted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    LearningPlan plan(Questions questions, Scorecard scorecard, Asked asked) {
        try {
            return new LearningPlan(
                    until.map(asked::past).orElseGet(questions::now),
                    withoutContract.orElse(LeftMeans.NO_ORDER),
                    scorecard.horizonDays(),
                    everyDays.orElse(30),
                    snapshots.orElse(50_000),
                    seed.orElse(1L));
        } catch (IllegalArgumentException e) {
            throw Problems.unprocessable("wrong-fit", "Wrong fit", String.valueOf(e.getMessage()));
        }
    }
}
