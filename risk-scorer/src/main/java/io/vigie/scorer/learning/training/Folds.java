package io.vigie.scorer.learning.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Examples dealt into parts with about the same share of leavers each; twins are never parted, or one would be learned by heart
 * and the other asked.
 *
 * @param of for each example the number of its part
 */
record Folds(int count, List<Integer> of) {
    Folds {
        of = List.copyOf(of);
    }

    /**
     * Deals by chance.
     *
     * @param twins for each example a number that it shares with its twins only
     */
    static Folds stratified(boolean[] left, int[] twins, int count, long seed) {
        Map<Integer, List<Integer>> together = new LinkedHashMap<>();
        for (int i = 0; i < left.length; i++) {
            together.computeIfAbsent(twins[i], twin -> new ArrayList<>()).add(i);
        }
        List<List<Integer>> groups = new ArrayList<>(together.values());
        Collections.shuffle(groups, new Random(seed));
        Integer[] folds = new Integer[left.length];
        int[][] dealt = new int[2][count];
        for (List<Integer> group : groups) {
            int[] kind = dealt[group.stream().anyMatch(example -> left[example]) ? 1 : 0];
            int fold = least(kind);
            kind[fold] += group.size();
            group.forEach(example -> folds[example] = fold);
        }
        return new Folds(count, Arrays.asList(folds));
    }

    private static int least(int[] dealt) {
        int least = 0;
        for (int fold = 1; fold < dealt.length; fold++) {
            least = dealt[fold] < dealt[least] ? fold : least;
        }
        return least;
    }

    /** The examples of one part. */
    int[] in(int fold) {
        return IntStream.range(0, of.size()).filter(i -> of.get(i) == fold).toArray();
    }

    /** The examples of all parts but these. */
    int[] outside(int fold, int other) {
        return IntStream.range(0, of.size())
                .filter(i -> of.get(i) != fold && of.get(i) != other)
                .toArray();
    }
}
