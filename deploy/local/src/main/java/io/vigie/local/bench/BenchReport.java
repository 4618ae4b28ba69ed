package io.vigie.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** What a bench found of the parts that it was asked for, on which machine. */
public record BenchReport(
        Instant at,
        int cores,
        String java,
        Optional<Comparison> singles,
        Optional<Comparison> batches,
        Optional<ImportMemory> imports) {
    static BenchReport of(Optional<Comparison> singles, Optional<Comparison> batches, Optional<ImportMemory> imports) {
        return new BenchReport(
                Instant.now(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                singles,
                batches,
                imports);
    }

    public boolean reached() {
        return singles.stream().allMatch(Comparison::reached)
                && batches.stream().allMatch(Comparison::reached)
                && imports.stream().allMatch(ImportMemory::constant);
    }

    public void write(Path file) {
        ObjectNode json = EventJson.mapper().valueToTree(this);
        json.put("reached", reached());
        singles.ifPresent(comparison -> told(json, "singles", comparison));
        batches.ifPresent(comparison -> told(json, "batches", comparison));
        imports.ifPresent(memory -> ((ObjectNode) json.get("imports")).put("constant", memory.constant()));
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
