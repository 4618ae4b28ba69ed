package io.vigie.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
        ObjectNode json = Told.tree(this, reached());
        singles.ifPresent(comparison -> Told.add(json, "singles", comparison));
        batches.ifPresent(comparison -> Told.add(json, "batches", comparison));
        imports.ifPresent(memory -> ((ObjectNode) json.get("imports")).put("constant", memory.constant()));
        Told.write(json, file);
    }
}
