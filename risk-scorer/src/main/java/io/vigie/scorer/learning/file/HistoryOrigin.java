package io.vigie.scorer.learning.file;

import io.vigie.scorer.learning.history.LeftMeans;
import java.time.Instant;
import java.util.List;

/**
 * What a model was learned from.
 *
 * @param from the first instant of the history
 * @param until its end; what happened later is left out
 * @param signals and records read
 * @param customers of whom there is a snapshot
 * @param horizonDays within which leaving is meant
 * @param withoutContract what counts as having left of who buys without a contract
 * @param everyDays between two instants learned from
 * @param learnedAt instants of the snapshots learned from
 * @param judgedAt instants of those that judged, calibrated and chose
 * @param scorecard the experts' figures that it started from
 * @param base the share of snapshots followed by leaving, either way
 */
public record HistoryOrigin(
        Instant from,
        Instant until,
        long signals,
        int customers,
        int horizonDays,
        LeftMeans withoutContract,
        int everyDays,
        List<Instant> learnedAt,
        List<Instant> judgedAt,
        int snapshotsLearned,
        int snapshotsJudged,
        String scorecard,
        double base) {
    public HistoryOrigin {
        learnedAt = List.copyOf(learnedAt);
        judgedAt = List.copyOf(judgedAt);
    }
}
