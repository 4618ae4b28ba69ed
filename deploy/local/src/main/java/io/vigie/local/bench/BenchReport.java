package io.vigie.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What a bench found, on which machine. */
public record BenchReport(
        Instant at, int cores, String java, Comparison singles, Comparison batches, ImportMemory imports) {
    static BenchReport of(Comparison singles, Comparison batches, ImportMemory imports) {
        return new BenchReport(
                Instant.now(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                singles,
                batches,
                imports);
    }

    public boolean reached() {
        return singles.reached() && batches.reached() && imports.constant();
    }

    public void write(Path file) {
        ObjectNode json = EventJson.mapper().valueToTree(this);
        json.put("reached", reached());
        told(json, "singles", singles);
        told(json, "batches", batches);
        ((ObjectNode) json.get("imports")).put("constant", imports.constant());
        try {
            Files.writeString(file, json.toPrettyString() + "\n");
        } catch (IOException full) {
            throw new UncheckedIOException(file + " cannot be written", full);
        }
    }

    private static void told(ObjectNode json, String name, Comparison comparison) {
        ((ObjectNode) json.get(name))
                .put("ratio", comparison.ratio())
                .put("processorRatio", comparison.processorRatio())
                .put("lowest", comparison.lowest())
                .put("highest", comparison.highest())
                .put("reached", comparison.reached());
    }
}
