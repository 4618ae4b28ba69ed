package io.vigie.local.bench.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * What the scorer wrote for each signal, for the reference to write as much.
 *
 * @param stores by name
 * @param told to the topic of risks
 */
public record Script(Map<String, Writes> stores, Writes told) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Writes to one store or topic.
     *
     * @param puts how many for each signal
     * @param deletes how many for each signal
     * @param keyBytes on average
     * @param samples some of what was written
     */
    public record Writes(double puts, double deletes, double keyBytes, List<byte[]> samples) {}

    /** The writes to a store; none where the scorer wrote none. */
    Writes to(String store) {
        return stores.getOrDefault(store, new Writes(0, 0, 0, List.of()));
    }

    /** Puts the script where the reference looks for it, whole. */
    public void write(Path file) {
        Path whole = file.resolveSibling(file.getFileName() + ".whole");
        try {
            Files.write(whole, JSON.writeValueAsBytes(this));
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            throw new UncheckedIOException(file + " cannot be written", full);
        }
    }

    static Script read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), Script.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }
}
