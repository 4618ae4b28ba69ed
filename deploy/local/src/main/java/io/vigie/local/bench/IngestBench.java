package io.vigie.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.EventJson;
import io.vigie.events.Word;
import io.vigie.local.feeding.Services;
import io.vigie.local.fleet.Fleet;
import io.vigie.local.fleet.Service;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** signal-ingest against what nobody can do without: reading a body, and publishing a record. */
public final class IngestBench {
    private static final double WANTED_OF_READING = 0.5;
    private static final double WANTED_OF_PUBLISHING = 0.3;
    private static final int SINGLE_CONNECTIONS = 256;
    private static final int BATCH_CONNECTIONS = 16;
    private static final int EVENTS_IN_BATCH = 500;

    private final Fleet fleet;
    private final int port;
    private final String prefix;
    private final String key;
    private final Services services;
    private final Turns turns;

    IngestBench(Fleet fleet, int port, String prefix, String adminKey, Turns turns) {
        this.fleet = fleet;
        this.port = port;
        this.prefix = prefix;
        this.turns = turns;
        this.key = key(new Services(port).withKey(adminKey));
        this.services = new Services(port).withKey(key);
    }

    /** What signal-ingest is told for the bench alone: no rate but its own, and the endpoint to compare with. */
    static Map<String, String> settings(String adminKey) {
        return Map.of(
                "vigie.admin-key", adminKey,
                "vigie.rate-limit.per-second", "100000000",
                "vigie.rate-limit.burst", "100000000",
                "vigie.bench", "true");
    }

    Comparison singles() {
        try (Load reference = load("/bench/read", Shape.SINGLE);
                Load measured = load("/signals", Shape.SINGLE)) {
            return turns.compare(
                    "single events beside reading them", WANTED_OF_READING, reference, measured, fleet::processorTime);
        }
    }

    Comparison batches() {
        try (BareProducer reference = new BareProducer(fleet.kafka(), prefix);
                Load measured = load("/signals", Shape.BATCH)) {
            return turns.compare(
                    "batches of 500 beside a producer",
                    WANTED_OF_PUBLISHING,
                    reference,
                    measured,
                    fleet::processorTime);
        }
    }

    ImportMemory imports(long rows) {
        return ImportMemory.of(fleet, services, rows);
    }

    BenchReport run(Set<Part> parts, long rows, Consumer<String> told) {
        Optional<Comparison> singles = wanted(parts, Part.SINGLES, this::singles);
        singles.map(Comparison::told).ifPresent(told);
        Optional<Comparison> batches = wanted(parts, Part.BATCHES, this::batches);
        batches.map(Comparison::told).ifPresent(told);
        Optional<ImportMemory> imports = wanted(parts, Part.IMPORT, () -> imports(rows));
        imports.map(ImportMemory::told).ifPresent(told);
        return BenchReport.of(singles, batches, imports);
    }

    private static <T> Optional<T> wanted(Set<Part> parts, Part part, Supplier<T> measure) {
        return Optional.of(part).filter(parts::contains).map(_ -> measure.get());
    }

    private Load load(String path, Shape shape) {
        String head =
                "POST " + path + " HTTP/1.1\r\nX-API-Key: " + key + "\r\nContent-Type: " + shape.contentType + "\r\n";
        return new Load(port, shape.connections, Template.of(head, shape.body), shape.perRequest);
    }

    /** With the rights of a CRM and no others, as in a live system. */
    private static String key(Services admin) {
        ObjectNode wanted = EventJson.mapper().createObjectNode().put("name", "bench");
        wanted.putArray("scopes").add("signals").add("imports");
        return admin.post(Service.SIGNAL_INGEST, "/admin/keys", wanted)
                .path("key")
                .asText();
    }

    /** What can be measured by itself. */
    public enum Part implements Word {
        SINGLES,
        BATCHES,
        IMPORT;

        @Override
        public String toString() {
            return word();
        }
    }

    private enum Shape {
        SINGLE("application/cloudevents+json", SINGLE_CONNECTIONS, 1, BenchEvents.json(0)),
        BATCH(
                "application/cloudevents-batch+json",
                BATCH_CONNECTIONS,
                EVENTS_IN_BATCH,
                BenchEvents.batch(EVENTS_IN_BATCH));

        private final String contentType;
        private final int connections;
        private final int perRequest;
        private final String body;

        Shape(String contentType, int connections, int perRequest, String body) {
            this.contentType = contentType;
            this.connections = connections;
            this.perRequest = perRequest;
            this.body = body;
        }
    }
}
