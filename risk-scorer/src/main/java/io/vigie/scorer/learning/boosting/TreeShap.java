package io.vigie.scorer.learning.boosting;

/**
 * Shapley values of one tree, exactly and in polynomial time, with unknown inputs averaged by cover.
 *
 * <p>Lundberg et al. (2020), From local explanations to global understanding with explainable AI for trees,
 * doi:10.1038/s42256-019-0138-9, algorithm 2.
 */
final class TreeShap {
    private final Tree tree;
    private final double[] inputs;
    private final double[] shares;

    /** Adds the tree's shares to those of others. */
    TreeShap(Tree tree, double[] inputs, double[] shares) {
        this.tree = tree;
        this.inputs = inputs;
        this.shares = shares;
    }

    void explain() {
        descend(0, new Path(0), 1, 1, -1);
    }

    private void descend(int at, Path before, double zero, double one, int input) {
        Path path = before.extended(input, zero, one);
        switch (tree.nodes().get(at)) {
            case Node.Leaf leaf -> {
                for (int i = 1; i < path.length; i++) {
                    shares[path.input[i]] += path.unwoundSum(i) * (path.one[i] - path.zero[i]) * leaf.adds();
                }
            }
            case Node.Split split -> {
                int taken = split.next(inputs);
                int other = taken == split.left() ? split.right() : split.left();
                double takenCover = tree.nodes().get(taken).cover();
                double otherCover = tree.nodes().get(other).cover();
                double both = takenCover + otherCover;
                int seen = path.find(split.input());
                double zeroSoFar = seen < 0 ? 1 : path.zero[seen];
                double oneSoFar = seen < 0 ? 1 : path.one[seen];
                Path rest = seen < 0 ? path : path.unwound(seen);
                descend(taken, rest, zeroSoFar * takenCover / both, oneSoFar, split.input());
                descend(other, rest, zeroSoFar * otherCover / both, 0, split.input());
            }
        }
    }

    /** The inputs asked on the way down, with the weights of their subsets by size. */
    private static final class Path {
        final int length;
        final int[] input;
        final double[] zero;
        final double[] one;
        final double[] weight;

        Path(int length) {
            this.length = length;
            input = new int[length];
            zero = new double[length];
            one = new double[length];
            weight = new double[length];
        }

        private Path(Path from, int length) {
            this(length);
            int kept = Math.min(length, from.length);
            System.arraycopy(from.input, 0, input, 0, kept);
            System.arraycopy(from.zero, 0, zero, 0, kept);
            System.arraycopy(from.one, 0, one, 0, kept);
            System.arraycopy(from.weight, 0, weight, 0, kept);
        }

        int find(int wanted) {
            for (int i = 1; i < length; i++) {
                if (input[i] == wanted) {
                    return i;
                }
            }
            return -1;
        }

        Path extended(int next, double zeroShare, double oneShare) {
            Path path = new Path(this, length + 1);
            path.input[length] = next;
            path.zero[length] = zeroShare;
            path.one[length] = oneShare;
            path.weight[length] = length == 0 ? 1 : 0;
            for (int i = length - 1; i >= 0; i--) {
                path.weight[i + 1] += oneShare * path.weight[i] * (i + 1) / (length + 1);
                path.weight[i] = zeroShare * path.weight[i] * (length - i) / (length + 1);
            }
            return path;
        }

        Path unwound(int at) {
            Path path = new Path(this, length - 1);
            int last = length - 1;
            double next = weight[last];
            for (int j = last - 1; j >= 0; j--) {
                if (one[at] == 0) {
                    path.weight[j] = weight[j] * (last + 1) / (zero[at] * (last - j));
                } else {
                    path.weight[j] = next * (last + 1) / ((j + 1) * one[at]);
                    next = weight[j] - path.weight[j] * zero[at] * (last - j) / (last + 1);
                }
            }
            for (int j = at; j < last; j++) {
                path.input[j] = input[j + 1];
                path.zero[j] = zero[j + 1];
                path.one[j] = one[j + 1];
            }
            return path;
        }

        double unwoundSum(int at) {
            double sum = 0;
            for (double part : unwound(at).weight) {
                sum += part;
            }
            return sum;
        }
    }
}
