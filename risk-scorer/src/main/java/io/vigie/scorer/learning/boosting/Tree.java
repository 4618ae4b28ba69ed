package io.vigie.scorer.learning.boosting;

import io.vigie.scorer.model.Bounds;
import java.util.List;
import java.util.stream.IntStream;

/** A tree of questions; its first node is the root. */
public record Tree(List<Node> nodes) {
    public Tree {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a tree needs a root");
        }
    }

    /** Whether each question is about one of so many inputs and leads on to later nodes, so that the walk ends. */
    boolean fits(int inputs) {
        return IntStream.range(0, nodes.size()).allMatch(at -> switch (nodes.get(at)) {
            case Node.Leaf _ -> true;
            case Node.Split split ->
                split.input() >= 0
                        && split.input() < inputs
                        && Math.min(split.left(), split.right()) > at
                        && Math.max(split.left(), split.right()) < nodes.size();
        });
    }

    double adds(double[] inputs) {
        Node node = nodes.getFirst();
        while (node instanceof Node.Split split) {
            node = nodes.get(split.next(inputs));
        }
        return ((Node.Leaf) node).adds();
    }

    /** The lowest and highest answer that inputs between two values each can lead to. */
    Bounds bounds(double[] low, double[] high) {
        return bounds(nodes.getFirst(), low, high);
    }

    private Bounds bounds(Node node, double[] low, double[] high) {
        return switch (node) {
            case Node.Leaf leaf -> new Bounds(leaf.adds(), leaf.adds());
            case Node.Split split -> {
                int lowest = split.next(low);
                int highest = split.next(high);
                Bounds one = bounds(nodes.get(lowest), low, high);
                if (lowest == highest) {
                    yield one;
                }
                Bounds other = bounds(nodes.get(highest), low, high);
                yield new Bounds(Math.min(one.low(), other.low()), Math.max(one.high(), other.high()));
            }
        };
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
