package io.vigie.scorer.learning.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Isotonic regression by pooling adjacent violators: neighbours out of order are merged until none is. */
final class Pava {
    private Pava() {}

    private record Block(double weight, double score, double share) {
        Block with(Block next) {
            double both = weight + next.weight;
            return new Block(
                    both,
                    (score * weight + next.score * next.weight) / both,
                    (share * weight + next.share * next.weight) / both);
        }
    }

    private record Seen(double score, boolean left) {}

    static Calibration.Isotonic fit(boolean[] left, double[] logOdds) {
        Seen[] seen = new Seen[left.length];
        Arrays.setAll(seen, i -> new Seen(logOdds[i], left[i]));
        Arrays.sort(seen, (a, b) -> Double.compare(a.score, b.score));
        List<Block> blocks = new ArrayList<>();
        for (Seen one : seen) {
            Block block = new Block(1, one.score, one.left ? 1 : 0);
            while (!blocks.isEmpty() && outOfOrder(blocks.getLast(), block)) {
                block = blocks.removeLast().with(block);
            }
            blocks.add(block);
        }
        return new Calibration.Isotonic(
                blocks.stream().map(Block::score).toList(),
                blocks.stream().map(Block::share).toList());
    }

    private static boolean outOfOrder(Block before, Block after) {
        return before.share >= after.share || before.score >= after.score;
    }
}
