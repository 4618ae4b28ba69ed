package io.vigie.scorer.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Shares a difference out among groups of inputs that made it: Shapley values over all coalitions, so that the shares add
 * up to it exactly. Of many groups those that do least by themselves are one.
 */
final class Coalitions {
    /** All coalitions of so many are 256 rows. */
    private static final int MOST = 8;

    private Coalitions() {}

    /**
     * The shares, one a group that has any.
     *
     * @param before, after one row each, which differ in the groups
     * @param groups which inputs belong together
     * @param worth what rows are worth, all at once
     */
    static List<Share> shares(
            float[] before, float[] after, List<List<Integer>> groups, Function<float[][], double[]> worth) {
        List<List<Integer>> players = atMost(before, after, moving(before, after, groups), worth);
        int count = players.size();
        float[][] rows = IntStream.range(0, 1 << count)
                .mapToObj(coalition -> row(before, after, players, coalition))
                .toArray(float[][]::new);
        double[] worths = worth.apply(rows);
        return IntStream.range(0, count)
                .mapToObj(player -> new Share(players.get(player), share(player, count, worths)))
                .toList();
    }

    /** What a group of inputs did. */
    record Share(List<Integer> inputs, double moved) {}

    private static double share(int player, int count, double[] worths) {
        double sum = 0;
        for (int others = 0; others < worths.length; others++) {
            if ((others & (1 << player)) == 0) {
                sum += weight(Integer.bitCount(others), count) * (worths[others | (1 << player)] - worths[others]);
            }
        }
        return sum;
    }

    /** {@code s! (n − s − 1)! / n!}: how often so many others came before, of all orders. */
    private static double weight(int others, int count) {
        double weight = 1.0 / count;
        for (int i = 1; i <= others; i++) {
            weight *= (double) i / (count - i);
        }
        return weight;
    }

    private static List<List<Integer>> moving(float[] before, float[] after, List<List<Integer>> groups) {
        return groups.stream()
                .filter(group -> group.stream().anyMatch(input -> before[input] != after[input]))
                .toList();
    }

    private static List<List<Integer>> atMost(
            float[] before, float[] after, List<List<Integer>> groups, Function<float[][], double[]> worth) {
        if (groups.size() <= MOST) {
            return groups;
        }
        float[][] alone = new float[groups.size() + 1][];
        alone[groups.size()] = before;
        for (int i = 0; i < groups.size(); i++) {
            alone[i] = row(before, after, List.of(groups.get(i)), 1);
        }
        double[] worths = worth.apply(alone);
        double nothing = worths[groups.size()];
        List<List<Integer>> strongest = IntStream.range(0, groups.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(worths[i] - nothing)))
                .map(groups::get)
                .toList();
        List<List<Integer>> players = new ArrayList<>(strongest.subList(0, MOST - 1));
        players.add(strongest.subList(MOST - 1, strongest.size()).stream()
                .flatMap(List::stream)
                .toList());
        return players;
    }

    private static float[] row(float[] before, float[] after, List<List<Integer>> players, int coalition) {
        float[] row = before.clone();
        for (int player = 0; player < players.size(); player++) {
            if ((coalition & (1 << player)) != 0) {
                players.get(player).forEach(input -> row[input] = after[input]);
            }
        }
        return row;
    }
}
