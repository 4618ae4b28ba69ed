package io.vigie.scorer.learning.boosting;

import java.util.List;

/** Boosted trees: what they add to the linear log-odds, and which input is answerable for how much of it. */
public record Forest(List<Tree> trees) {
    public Forest {
        trees = List.copyOf(trees);
    }

    public double adds(double[] inputs) {
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.adds(inputs);
        }
        return sum;
    }

    /** What the trees add on average over what they learned from: the part no input is answerable for. */
    public double expected() {
        return trees.stream().mapToDouble(Tree::expected).sum();
    }

    /** Each input's share in what the trees add; with {@link #expected} they sum to {@link #adds}. */
    public double[] shares(double[] inputs) {
        double[] shares = new double[inputs.length];
        trees.forEach(tree -> new TreeShap(tree, inputs, shares).explain());
        return shares;
    }
}
