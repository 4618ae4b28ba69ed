package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vigie.events.EventJson;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.SignalIntake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every shipped source shows by samples what it makes of a file; one without samples fails. */
class SourceSamplesTest {
    private static final Path FOLDER = Path.of("src/main/resources/sources");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private final SignalIntake intake = new SignalIntake(SignalCatalogue.shipped());

    @TestFactory
    Stream<DynamicTest> everySourceGivesWhatItsSamplesSay() {
        return Sources.shipped().all().stream()
                .map(source -> DynamicTest.dynamicTest(source.name(), () -> checkSamplesOf(source)));
    }

    private void checkSamplesOf(Source source) throws IOException {
        Path samples = FOLDER.resolve(source.name()).resolve("samples");
        List<Path> inputs = files(samples, ".input." + source.spec().format().word());
        if (inputs.isEmpty()) {
            fail("source " + source.name() + " has no samples: add " + samples + "/NAME.input."
                    + source.spec().format().word() + " and NAME.expected.ndjson");
        }
        for (Path input : inputs) {
            Path expected =
                    samples.resolve(input.getFileName().toString().replaceFirst("\\.input\\..*", ".expected.ndjson"));
            String actual = run(source, samples, input);
            if (Boolean.getBoolean("vigie.golden.update")) {
                Files.writeString(expected, actual);
            }
            assertThat(lines(actual)).as(expected.toString()).isEqualTo(lines(Files.readString(expected)));
        }
    }

    private String run(Source source, Path samples, Path input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultLines lines = new ResultLines(out);
        if (!source.spec().format().isOfFiles()) {
            post(source, input, aliases(samples), lines);
            return out.toString(StandardCharsets.UTF_8);
        }
        FileImport file = new FileImport(source, lookups(source, samples), intake, aliases(samples), NOW, lines);
        try (InputStream in = Files.newInputStream(input)) {
            file.run(in);
        }
        lines.finish(file.report("sample"));
        return out.toString(StandardCharsets.UTF_8);
    }

    private void post(Source source, Path input, Identities aliases, ResultLines lines) throws IOException {
        String type = source.spec().format() == Format.XML ? "text/xml" : "application/json";
        Posted posted = new Posted(Files.readAllBytes(input), type, Optional.empty());
        long line = 0;
        for (WebhookResult result : new Webhooks(source, intake).map(posted, aliases, NOW)) {
            line++;
            switch (result) {
                case WebhookResult.Taken taken -> lines.take(taken);
                case WebhookResult.Ignored _ -> lines.ignore(line);
                case WebhookResult.Refused refused -> lines.refuse(line, refused.why());
            }
        }
    }

    /** What {@code aliases.json} beside the samples says: {@code {"system:key": "customer"}}. */
    private static Identities aliases(Path samples) throws IOException {
        Path file = samples.resolve("aliases.json");
        if (!Files.exists(file)) {
            return Identities.NONE;
        }
        JsonNode known = EventJson.mapper().readTree(Files.readString(file));
        return aliases -> aliases.stream()
                .filter(known::has)
                .map(alias -> known.get(alias).asText())
                .findFirst();
    }

    /** As values, because the order within a set of channels means nothing. */
    private static List<JsonNode> lines(String text) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            JsonNode value = EventJson.mapper().readTree(line);
            if (value.path("customer").path("reachableBy") instanceof ArrayNode channels) {
                List<JsonNode> sorted = new ArrayList<>();
                channels.forEach(sorted::add);
                sorted.sort(Comparator.comparing(JsonNode::asText));
                channels.removeAll().addAll(sorted);
            }
            lines.add(value);
        }
        return lines;
    }

    private static Map<String, Lookup> lookups(Source source, Path samples) throws IOException {
        Map<String, Lookup> found = new HashMap<>();
        for (Map.Entry<String, LookupSpec> lookup : source.spec().lookups().entrySet()) {
            Map<String, Map<String, Object>> rows = new HashMap<>();
            try (InputStream in = Files.newInputStream(samples.resolve(lookup.getKey() + ".lookup.csv"))) {
                LookupFile.read(lookup.getValue(), in, rows::put);
            }
            found.put(lookup.getKey(), new Lookup(rows));
        }
        return found;
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
