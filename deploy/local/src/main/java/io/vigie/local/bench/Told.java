package io.vigie.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts what a bench found into a file. */
final class Told {
    private Told() {}

    static ObjectNode tree(Object report, boolean reached) {
        ObjectNode json = EventJson.mapper().valueToTree(report);
        return json.put("reached", reached);
    }

    static void add(ObjectNode json, String name, Comparison comparison) {
        ((ObjectNode) json.get(name))
                .put("ratio", comparison.ratio())
                .put("processorRatio", comparison.processorRatio())
                .put("lowest", comparison.lowest())
                .put("highest", comparison.highest())
                .put("reached", comparison.reached());
    }

    static void write(ObjectNode json, Path file) {
        try {
            Files.writeString(file, json.toPrettyString() + "\n");
        } catch (IOException full) {
            throw new UncheckedIOException(file + " cannot be written", full);
        }
    }
}
