package io.vigie.ingest.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.events.wire.Topic;
import io.vigie.ingest.api.signals.Topics;
import io.vigie.ingest.source.ImportReport;
import io.vigie.ingest.store.ImportJobs;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackendsResource.class)
class DropFolderTest {
    @ConfigProperty(name = "vigie.drop-folder")
    Path folder;

    @Inject
    ImportJobs jobs;

    @Test
    void whatLandsIsImportedAndPutAwayWithItsReport() throws IOException {
        for (String before :
                List.of("done/customers/today.ndjson", "failed/nowhere/lost.csv", "failed/online-retail/broken.csv")) {
            Files.deleteIfExists(folder.resolve(before));
        }
        land("customers", "today.ndjson", "{\"id\":\"drop-1\",\"time\":\"2025-01-01T00:00:00Z\"}\n{\"id\":7\n");
        land("nowhere", "lost.csv", "a,b\n");
        land("online-retail", "broken.csv", "a,b\n");

        Path report = folder.resolve("done/customers/today.ndjson.report.json");
        await().until(() -> Files.exists(folder.resolve("done/customers/today.ndjson"))
                && Files.exists(folder.resolve("failed/nowhere/lost.csv"))
                && Files.exists(folder.resolve("failed/online-retail/broken.csv")));
        assertThat(Files.readString(report)).contains("\"customers\":1", "\"refused\":1");
        assertThat(Files.readString(folder.resolve("failed/nowhere/lost.csv.report.json")))
                .contains("there is no source");
        assertThat(Topics.all(Topic.CUSTOMERS)).anyMatch(record -> record.key().equals("drop-1"));
        assertThat(folder.resolve("in/customers/today.ndjson")).doesNotExist();
    }

    @Test
    void whatACrashLeftHalfWayIsTakenUpWhereItWas() throws IOException {
        Files.deleteIfExists(folder.resolve("done/customers/half.ndjson"));
        Path file = Files.createDirectories(folder.resolve("in/customers")).resolve(".half.ndjson");
        Files.writeString(
                file,
                "{\"id\":\"half-1\",\"time\":\"2025-01-01T00:00:00Z\"}\n{\"id\":\"half-2\",\"time\":\"2025-01-01T00:00:00Z\"}\n");
        String told = "half.ndjson:" + Files.size(file) + ":" + Files.getLastModifiedTime(file);
        UUID dead = UUID.randomUUID();
        jobs.begin(dead, "customers", Optional.of(told), Instant.now());
        ImportReport tally =
                new ImportReport(dead.toString(), "customers", 1, 1, 0, 0, 0, Map.of(), 0, 1, 0, List.of());
        jobs.passed(dead, 1, 50, 1, tally, 0, "", Instant.now());

        Files.move(file, file.resolveSibling("half.ndjson"));

        await().until(() -> Files.exists(folder.resolve("done/customers/half.ndjson")));
        assertThat(Files.readString(folder.resolve("done/customers/half.ndjson.report.json")))
                .contains("\"rows\":2", "\"customers\":2");
        assertThat(Topics.all(Topic.CUSTOMERS).stream()
                        .map(record -> record.key())
                        .filter(key -> key.startsWith("half-")))
                .containsExactly("half-2");
    }

    private void land(String source, String name, String content) throws IOException {
        Path home = Files.createDirectories(folder.resolve("in").resolve(source));
        Files.writeString(home.resolve(name), content);
    }
}
