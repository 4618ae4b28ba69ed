package io.vigie.local.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.events.EventJson;
import io.vigie.events.signal.Signal;
import io.vigie.local.simulator.History;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Writes a simulated history in the form that any company may use: the same bytes wherever it is written. */
public final class HistoryFolder {
    private static final ObjectMapper JSON = EventJson.mapper();

    private HistoryFolder() {}

    /** Writes {@code customers.ndjson}, {@code signals.ndjson} in order of time, and the hidden {@code truth.ndjson}. */
    public static void write(History history, Path folder) {
        try {
            Files.createDirectories(folder);
            write(folder.resolve("customers.ndjson"), history.customers(), JSON::valueToTree);
            write(folder.resolve("signals.ndjson"), history.signals(), HistoryFolder::cloudEvent);
            write(folder.resolve("truth.ndjson"), history.truths(), JSON::valueToTree);
        } catch (IOException full) {
            throw new UncheckedIOException("the history cannot be written to " + folder, full);
        }
    }

    private static <T> void write(Path file, List<T> all, Function<T, JsonNode> form) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (T one : all) {
                writer.write(JSON.writeValueAsString(form.apply(one)));
                writer.write('\n');
            }
        }
    }

    private static JsonNode cloudEvent(Signal signal) {
        return JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", signal.id())
                .put("source", signal.source())
                .put("type", signal.type())
                .put("subject", signal.customer())
                .put("time", signal.time().toString())
                .put("datacontenttype", "application/json")
                .set("data", signal.attributes());
    }
}
