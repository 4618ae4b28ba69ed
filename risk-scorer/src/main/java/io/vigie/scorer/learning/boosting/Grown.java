package io.vigie.scorer.learning.boosting;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads trees out of XGBoost's JSON, whose floats are exact. */
final class Grown {
    private static final int NONE = -1;

    private Grown() {}

    static Forest read(byte[] json) {
        try {
            JsonNode model = EventJson.mapper().readTree(json).at("/learner/gradient_booster/model/trees");
            List<Tree> trees = new ArrayList<>();
            model.forEach(tree -> trees.add(tree(tree)));
            return new Forest(trees);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tree tree(JsonNode tree) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < tree.path("left_children").size(); i++) {
            nodes.add(node(tree, i));
        }
        return new Tree(nodes);
    }

    private static Node node(JsonNode tree, int i) {
        double cover = tree.path("sum_hessian").path(i).asDouble();
        int left = tree.path("left_children").path(i).asInt();
        float condition = tree.path("split_conditions").path(i).floatValue();
        if (left == NONE) {
            return new Node.Leaf(condition, cover);
        }
        return new Node.Split(
                tree.path("split_indices").path(i).asInt(),
                condition,
                tree.path("default_left").path(i).asInt() == 1,
                left,
                tree.path("right_children").path(i).asInt(),
                cover);
    }
}
