package io.vigie.ingest.api;

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
import io.vigie.testkit.BackendsResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** An import can be watched, taken up after a cut, and what it refused mended and sent again. */
@QuarkusTest
@WithTestResource(BackendsResource.class)
class ImportJobsTest {
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
        byte[] whole = gzip(customers("cut", 0, 12_000));
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
                .body("customers", equalTo(12_000 - safe));
        assertThat(Topics.all(Topic.CUSTOMERS).stream()
                        .filter(record -> record.key().startsWith("cut-"))
                        .map(record -> record.key())
                        .distinct())
                .hasSize(12_000);
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
