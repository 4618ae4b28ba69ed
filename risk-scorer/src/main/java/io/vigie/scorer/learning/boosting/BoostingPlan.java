package io.vigie.scorer.learning.boosting;

import java.util.List;

/**
 * How trees are grown.
 *
 * @param depth questions on the way to a leaf, at most
 * @param step share of each tree that is kept
 * @param leastCover information that a leaf needs, at least
 * @param rounds trees, at most
 * @param seed of the rows and inputs drawn for each tree
 * @param signs for each input 1, −1 or 0: the only direction in which it may move the log-odds; empty for none
 */
public record BoostingPlan(int depth, double step, double leastCover, int rounds, long seed, List<Integer> signs) {
    public BoostingPlan {
        signs = List.copyOf(signs);
    }

    public BoostingPlan withRounds(int trees) {
        return new BoostingPlan(depth, step, leastCover, trees, seed, signs);
    }
}
