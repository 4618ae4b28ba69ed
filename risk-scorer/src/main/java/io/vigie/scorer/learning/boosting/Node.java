package io.vigie.scorer.learning.boosting;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One place in a tree, with its cover: how much it had to learn from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(Node.Split.class), @JsonSubTypes.Type(Node.Leaf.class)})
public sealed interface Node {
    double cover();

    /**
     * A question.
     *
     * @param below inputs below this, as floats, go left
     * @param blankLeft where blanks go
     * @param left index of the node for yes
     * @param right index of the node for no
     */
    record Split(int input, float below, boolean blankLeft, int left, int right, double cover) implements Node {
        int next(double[] inputs) {
            float value = (float) inputs[input];
            boolean goesLeft = Float.isNaN(value) ? blankLeft : value < below;
            return goesLeft ? left : right;
        }
    }

    /** An answer: what the tree adds to the log-odds. */
    record Leaf(double adds, double cover) implements Node {}
}
