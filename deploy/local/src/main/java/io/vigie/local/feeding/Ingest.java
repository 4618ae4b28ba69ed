package io.vigie.local.feeding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.local.dataset.Dataset;
import io.vigie.local.fleet.Service;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What the launcher hands to signal-ingest, and nothing but what anyone may hand to it. */
final class Ingest {
    private final Services services;
    private final Meter meter;

    Ingest(Services services, Meter meter) {
        this.services = services;
        this.meter = meter;
    }

    void upload(Dataset.LookupFile lookup) {
        services.put(
                Service.SIGNAL_INGEST,
                "/sources/" + lookup.source() + "/lookups/" + lookup.name(),
                () -> opened(lookup.path()));
    }

    ImportReport importFile(Dataset.SourceFile file) {
        return report(services.post(Service.SIGNAL_INGEST, "/imports/" + file.source(), () -> metered(file.path())));
    }

    ImportReport importLines(String source, String lines) {
        return report(services.post(
                Service.SIGNAL_INGEST,
                "/imports/" + source,
                () -> new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))));
    }

    /** What an import of the file would yield, one result a line, kept in a file. */
    void convert(Dataset.SourceFile file, Path into) {
        services.postInto(
                Service.SIGNAL_INGEST, "/imports/" + file.source() + "?dryRun=true", () -> metered(file.path()), into);
    }

    void tick(String run, Instant time) {
        JsonNode tick = EventJson.mapper().createObjectNode().put("run", run).put("time", time.toString());
        services.post(Service.SIGNAL_INGEST, "/ticks", tick);
    }

    static ImportReport report(JsonNode answer) {
        try {
            return EventJson.mapper().treeToValue(answer, ImportReport.class);
        } catch (JsonProcessingException strange) {
            throw new Unexpected("an import was answered with " + answer + ": " + strange.getOriginalMessage());
        }
    }

    private InputStream metered(Path path) {
        try {
            return meter.bytes(String.valueOf(path.getFileName()), Files.size(path), opened(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path + " cannot be read", unreadable);
        }
    }

    private static InputStream opened(Path path) {
        try {
            return Files.newInputStream(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path + " cannot be read", unreadable);
        }
    }
}
