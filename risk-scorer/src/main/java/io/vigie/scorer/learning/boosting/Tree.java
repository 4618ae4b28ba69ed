package io.vigie.scorer.learning.boosting;

import java.util.List;

/** A tree of questions; its first node is the root. */
public record Tree(List<Node> nodes) {
    public Tree {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a tree needs a root");
        }
    }

    double adds(double[] inputs) {
        Node node = nodes.getFirst();
        while (node instanceof Node.Split split) {
            node = nodes.get(split.next(inputs));
        }
        return ((Node.Leaf) node).adds();
    }

    /** What the tree adds on average over what it learned from. */
    double expected() {
        return expected(nodes.getFirst());
    }

    private double expected(Node node) {
        return switch (node) {
            case Node.Leaf leaf -> leaf.adds();
            case Node.Split split -> {
                Node left = nodes.get(split.left());
                Node right = nodes.get(split.right());
                double both = left.cover() + right.cover();
                yield left.cover() / both * expected(left) + right.cover() / both * expected(right);
            }
        };
    }
}
