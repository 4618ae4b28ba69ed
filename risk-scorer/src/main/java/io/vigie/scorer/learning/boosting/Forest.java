package io.vigie.scorer.learning.boosting;

import io.vigie.scorer.model.Bounds;
import java.util.List;

/** Boosted trees: what they add to the linear log-odds, and which input is answerable for how much of it. */
public record Forest(List<Tree> trees) {
    public Forest {
        trees = List.copyOf(trees);
    }

    /** Whether it can be walked with so many inputs. */
    public boolean fits(int inputs) {
        return trees.stream().allMatch(tree -> tree.fits(inputs));
    }

    public double adds(double[] inputs) {
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.adds(inputs);
        }
        return sum;
    }

    /** Between what the trees add where each input stays between two values: each tree's lowest and highest answer. */
    public Bounds bounds(double[] low, double[] high) {
        double least = 0;
        double most = 0;
        for (Tree tree : trees) {
            Bounds one = tree.bounds(low, high);
            least += one.low();
            most += one.high();
        }
        return new Bounds(least, most);
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
