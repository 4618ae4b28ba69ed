package io.vigie.ingest.api.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.events.wire.Topic;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.api.signals.Topics;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.source.ImportReport;
import io.vigie.ingest.source.RefusedRow;
import io.vigie.ingest.store.ImportJob;
import io.vigie.ingest.store.ImportJobs;
import io.vigie.ingest.store.RefusedRows;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** An import can be watched, taken up after a cut, and what it refused mended and sent again. */
@QuarkusTest
@WithTestResource(BackendsResource.class)
class ImportJobsTest {
    @Inject
    ImportJobs jobs;

    @Inject
    RefusedRows refused;

    @Inject
    IngestSettings settings;

    private static final String TICKETS =
            "ticket_id,account_id,submitted_at,closed_at,resolution_time_hours,priority,first_response_time_minutes,"
                    + "satisfaction_score,escalation_flag\n";

    @Test
    void anImportThatIsNotWaitedForTellsItsProgress() {
        String location = given().body(customers("async", 0, 20))
                .header("Prefer", "respond-async")
                .post("/imports/customers")
                .then()
                .statusCode(202)
                .header("Location", containsString("/imports/"))
                .extract()
                .header("Location");
        String path = location.substring(location.indexOf("/imports/"));

        await().untilAsserted(() -> given().get(path)
                .then()
                .statusCode(200)
                .body("state", equalTo("done"))
                .body("customers", equalTo(20)));
        given().get(path).then().body("rows", equalTo(20)).body("bytes", greaterThan(1000));
        given().get("/imports").then().body("source", hasItem("customers"));
    }

    @Test
    void aFileThatWasCutIsTakenUpWhereItWas() throws IOException {
        byte[] whole = gzip(customers("cut", 0, 2_000));
        byte[] cut = Arrays.copyOf(whole, whole.length - whole.length / 8);
        String first = given().body(cut)
                .header("Repr-Digest", "sha-256=:cut:")
                .post("/imports/customers")
                .then()
                .statusCode(422)
                .extract()
                .path("report.id");
        int safe = given().get("/imports/" + first)
                .then()
                .body("state", equalTo("cut"))
                .extract()
                .path("safe");

        String second = given().body(whole)
                .header("Repr-Digest", "sha-256=:cut:")
                .post("/imports/customers")
                .then()
                .statusCode(200)
                .extract()
                .path("id");

        assertThat(safe).isPositive();
        given().get("/imports/" + second)
                .then()
                .body("skipped", equalTo(safe))
                .body("rows", equalTo(2_000))
                .body("customers", equalTo(2_000));
        assertThat(Topics.all(Topic.CUSTOMERS).stream()
                        .filter(record -> record.key().startsWith("cut-"))
                        .map(record -> record.key())
                        .distinct())
                .hasSize(2_000);
    }

    @Test
    void anImportWhoseProcessDiedIsTakenUpAndAccountsForTheWholeFile() {
        String digest = "sha-256=:dead:";
        Instant then = Instant.now().minus(Duration.ofMinutes(1));
        UUID dead = UUID.randomUUID();
        jobs.begin(dead, "customers", Optional.of(digest), then);
        refused.keep(dead, 0, List.of(broken(3), broken(6)));
        jobs.passed(dead, 3, 200, 3, tally(dead), 1, "", then);

        String second = given().body(customers("dead", 0, 2) + "{\"id\":\n" + customers("dead", 3, 5))
                .header("Repr-Digest", digest)
                .post("/imports/customers")
                .then()
                .statusCode(200)
                .body("rows", equalTo(5))
                .body("mapped", equalTo(4))
                .body("customers", equalTo(4))
                .body("refused", equalTo(1))
                .body("refusedByReason.malformed-json", equalTo(1))
                .extract()
                .path("id");

        given().get("/imports/" + second).then().body("skipped", equalTo(3)).body("state", equalTo("done"));
        given().get("/imports/" + dead).then().body("state", equalTo("cut")).body("failure", containsString(second));
        assertThat(given().get("/imports/" + second + "/refused").asString().lines())
                .hasSize(1);
        assertThat(Topics.all(Topic.CUSTOMERS).stream()
                        .map(record -> record.key())
                        .filter(key -> key.startsWith("dead-")))
                .containsExactlyInAnyOrder("dead-3", "dead-4");
    }

    @Test
    void whatWasAnswered202IsImportedToItsEndByTheNextProcess() throws IOException {
        // given a process that died in the middle, after a checkpoint
        UUID id = UUID.randomUUID();
        Instant then = Instant.now().minus(Duration.ofMinutes(1));
        jobs.begin(id, "customers", Optional.empty(), then);
        refused.keep(id, 0, List.of(broken(3), broken(6)));
        jobs.passed(id, 3, 200, 3, tally(id), 1, "", then);
        given().get("/imports/" + id).then().body("mapped", equalTo(2)).body("refused", equalTo(1));
        String file = customers("kept", 0, 2) + "{\"id\":\n" + customers("kept", 3, 5);

        new KeptFiles(settings.importFolder())
                .keep(id, "customers", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));

        await().untilAsserted(() -> given().get("/imports/" + id)
                .then()
                .body("state", equalTo("done"))
                .body("skipped", equalTo(3))
                .body("rows", equalTo(5))
                .body("customers", equalTo(4)));
        assertThat(Topics.all(Topic.CUSTOMERS).stream()
                        .map(record -> record.key())
                        .filter(key -> key.startsWith("kept-")))
                .containsExactlyInAnyOrder("kept-3", "kept-4");
        assertThat(given().get("/imports/" + id + "/refused").asString().lines())
                .hasSize(1);
    }

    @Test
    void theSameFileWithoutANameIsTakenUpToo() throws IOException {
        String whole = customers("unnamed", 0, 4);
        String id = given().body(whole)
                .post("/imports/customers")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        // given that its process had died before it said so
        jobs.finish(UUID.fromString(id), ImportJob.State.CUT, 4, 200, Optional.of("cut"), Instant.now());

        given().body(whole).post("/imports/customers").then().statusCode(200).body("customers", equalTo(4));

        assertThat(Topics.all(Topic.CUSTOMERS).stream()
                        .map(record -> record.key())
                        .filter(key -> key.startsWith("unnamed-")))
                .as("each was told once")
                .hasSize(4);
    }

    @Test
    void whatWasTakenUpGoesWithItsCustomerToo() {
        UUID cut = UUID.randomUUID();
        UUID taken = UUID.randomUUID();
        Instant now = Instant.now();
        jobs.begin(cut, "customers", Optional.of("taken-up"), now.minus(Duration.ofMinutes(1)));
        refused.keep(
                cut,
                0,
                List.of(new RefusedRow(
                        3,
                        Reason.MALFORMED_JSON.because("no object").about(Optional.of("taken-up")),
                        "{\"id\":".getBytes(StandardCharsets.UTF_8),
                        Optional.empty(),
                        1)));
        jobs.passed(cut, 3, 200, 3, tally(cut), 1, "", now);
        jobs.begin(taken, "customers", Optional.of("taken-up"), now);

        given().delete("/customers/taken-up").then().statusCode(202).body("counts.rows", equalTo(2));

        List<Long> left = new ArrayList<>();
        refused.each(taken, row -> left.add(row.position()));
        assertThat(left).isEmpty();
    }

    @Test
    void whatWasCutLongAgoOrFailedIsImportedAnew() {
        Instant now = Instant.now();
        UUID old = UUID.randomUUID();
        jobs.begin(old, "customers", Optional.of("long-ago"), now.minus(Duration.ofDays(8)));
        jobs.passed(old, 3, 200, 3, tally(old), 0, "", now.minus(Duration.ofDays(8)));
        UUID bad = UUID.randomUUID();
        jobs.begin(bad, "customers", Optional.of("bad"), now);
        jobs.passed(bad, 3, 200, 3, tally(bad), 0, "", now);
        jobs.finish(bad, ImportJob.State.FAILED, 3, 200, Optional.of("line 4 is none"), now);

        for (String file : List.of("long-ago", "bad")) {
            ImportJobs.Begun begun = jobs.begin(UUID.randomUUID(), "customers", Optional.of(file), now);

            assertThat(begun.job().skipped()).isZero();
            assertThat(begun.before()).isEmpty();
        }
    }

    @Test
    void anotherFileOfTheSameNameAndLengthIsReadFromItsFirstRow() throws IOException {
        byte[] monday = gzip(customers("mon", 0, 1_000));
        given().body(Arrays.copyOf(monday, monday.length - 100))
                .post("/imports/customers?name=daily")
                .then()
                .statusCode(422);
        byte[] tuesday = Arrays.copyOf(gzip(customers("tue", 0, 5)), monday.length - 100);

        given().body(tuesday).post("/imports/customers?name=daily");

        assertThat(Topics.all(Topic.CUSTOMERS).stream().map(record -> record.key()))
                .contains("tue-0", "tue-4");
    }

    @Test
    void aMendedFileOfTheSameNameLengthAndBeginningIsNotTakenForTheOneThatWasCut() {
        String whole = "\n".repeat(1 << 16) + customers("mend", 0, 4);
        String cut = whole.replace("{\"id\":\"mend-2", "{{id\":\"mend-2");
        String id = given().body(cut)
                .post("/imports/customers?name=mended")
                .then()
                .statusCode(200)
                .body("refused", equalTo(1))
                .extract()
                .path("id");
        // given that its process had died before it said so
        jobs.finish(UUID.fromString(id), ImportJob.State.CUT, 4, 200, Optional.of("cut"), Instant.now());

        given().body(whole)
                .post("/imports/customers?name=mended")
                .then()
                .statusCode(422)
                .body("detail", containsString("send it again"));
        given().body(whole)
                .post("/imports/customers?name=mended")
                .then()
                .statusCode(200)
                .body("customers", equalTo(4));
    }

    @Test
    void refusedRowsAreReadToTheLast() {
        UUID job = UUID.randomUUID();
        jobs.begin(job, "customers", Optional.empty(), Instant.now());
        refused.keep(
                job, 0, IntStream.range(0, 201).mapToObj(ImportJobsTest::broken).toList());
        List<Long> read = new ArrayList<>();

        refused.each(job, row -> read.add(row.position()));

        assertThat(read).isEqualTo(LongStream.range(0, 201).boxed().toList());
    }

    @Test
    void whatHasNotMovedForLongIsMarkedAsCut() {
        UUID dead = UUID.randomUUID();
        jobs.begin(dead, "customers", Optional.of("gone"), Instant.now().minus(Duration.ofHours(1)));

        jobs.cutStalled(Instant.now().minus(Duration.ofMinutes(30)));

        given().get("/imports/" + dead)
                .then()
                .body("state", equalTo("cut"))
                .body("failure", containsString("send the same file again"));
    }

    @Test
    void refusedRowsComeBackWithTheirReasonsAndAreImportedOnceMended() {
        String id = given().body(TICKETS + "T-88,,2024-03-01 10:00:00,,,low,,,False\n"
                        + "T-89,A-89,2024-03-01 10:00:00,,,low,,,False\n")
                .post("/imports/ravenstack-tickets")
                .then()
                .statusCode(200)
                .body("refused", equalTo(1))
                .extract()
                .path("id");

        String refused = given().get("/imports/" + id + "/refused")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();

        assertThat(refused.lines().toList().getFirst()).endsWith(",vigie_reason,vigie_detail");
        assertThat(refused.lines().toList().get(1))
                .startsWith("T-88,,2024-03-01")
                .contains(",missing-customer,");
        String again = given().body(refused)
                .post("/imports/ravenstack-tickets")
                .then()
                .body("refused", equalTo(1))
                .extract()
                .path("id");
        assertThat(given().get("/imports/" + again + "/refused").asString()).isEqualTo(refused);
        given().body(refused.replace("T-88,,", "T-88,A-88,"))
                .post("/imports/ravenstack-tickets")
                .then()
                .body("refused", equalTo(0))
                .body("mapped", equalTo(1));
        assertThat(Topics.all(Topic.SIGNALS)).anyMatch(record -> record.key().equals("A-88"));
    }

    private static RefusedRow broken(long line) {
        return new RefusedRow(
                line,
                Reason.MALFORMED_JSON.because("no object"),
                "{\"id\":".getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                1);
    }

    private static ImportReport tally(UUID id) {
        return new ImportReport(
                id.toString(),
                "customers",
                3,
                2,
                0,
                1,
                0,
                Map.of("malformed-json", 1L),
                0,
                2,
                0,
                List.of(new ImportReport.Fault(3, "malformed-json", "no object")));
    }

    private static String customers(String prefix, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number ->
                        "{\"id\":\"" + prefix + "-" + number + "\",\"time\":\"2025-01-01T00:00:00Z\",\"name\":\""
                                + Integer.toHexString(number * 31_337) + "\"}")
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return zipped.toByteArray();
    }
}
