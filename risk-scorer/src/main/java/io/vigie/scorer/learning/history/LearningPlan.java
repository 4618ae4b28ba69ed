package io.vigie.scorer.learning.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How to learn from a history: at which instants to look back, and what counts as having left.
 *
 * @param until the end of what is known; what happened later is left out
 * @param withoutContract what counts as having left of who buys without a contract
 * @param horizonDays within which leaving is meant
 * @param everyDays between two instants to learn from
 * @param snapshots how many to learn from at most; where there are more, of some customers only
 * @param seed of all that is drawn
 */
public record LearningPlan(
        Instant until, LeftMeans withoutContract, int horizonDays, int everyDays, int snapshots, long seed) {
    private static final int INSTANTS = 24;

    public LearningPlan {
        if (everyDays < 1 || everyDays > 365 || horizonDays < 1 || snapshots < 1_000) {
            throw new IllegalArgumentException(
                    "learning needs 1 to 365 days between two instants, a horizon of a day or more, and 1000 snapshots or"
                            + " more");
        }
    }

    public Duration horizon() {
        return Duration.ofDays(horizonDays);
    }

    /** The last instant whose horizon is over: what was learned is judged by it, and never learned from. */
    public Instant judgedAt() {
        return until.minus(horizon());
    }

    /** Earlier ones, whose horizons are over by then; latest first. */
    public List<Instant> learnedAt() {
        Instant last = judgedAt().minus(horizon());
        return IntStream.range(0, INSTANTS)
                .mapToObj(i -> last.minus(Duration.ofDays((long) i * everyDays)))
                .toList();
    }

    /** All of them, rising. */
    public List<Instant> instants() {
        List<Instant> all = new ArrayList<>(learnedAt().reversed());
        all.add(judgedAt());
        return List.copyOf(all);
    }
}
