package io.vigie.ingest.api.sources;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vigie.testkit.BackendsResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A company's folder of sources, changed while the service runs. */
@QuarkusTest
@WithTestResource(BackendsResource.class)
class OwnSourcesTest {
    private static final Path FOLDER =
            Path.of("target/test-classes/own-sources").toAbsolutePath();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String YAML = "description: %s\nformat: json\nmaxBodyBytes: 200\n";

    @BeforeEach
    void theCompanyHasASource() {
        write("source.yaml", YAML.formatted("first"));
        write("mapping.jsonata", mapping("order.placed"));
        await().atMost(SOON).untilAsserted(() -> given().get("/sources/gym")
                .then()
                .statusCode(200)
                .body("description", equalTo("first"))
                .body("error", nullValue()));
    }

    @AfterAll
    static void theNextRunBeginsWithNone() {
        forget("gym");
    }

    @Test
    void aChangeHoldsWithoutARestartAndABrokenOneDoesNot() {
        post("gym-1").statusCode(202).body("accepted", equalTo(1));
        given().get("/sources/gym")
                .then()
                .body("own", equalTo(true))
                .body("description", equalTo("first"))
                .body("error", nullValue());

        write("mapping.jsonata", "{\"signals\": [");
        await().atMost(SOON)
                .untilAsserted(
                        () -> given().get("/sources/gym").then().body("error", containsString("mapping.jsonata")));
        post("gym-2").statusCode(202).body("accepted", equalTo(1));
        given().get("/q/metrics").then().body(containsString("vigie_sources_broken 1.0"));

        write("mapping.jsonata", mapping("order.returned"));
        write("source.yaml", YAML.formatted("second"));
        await().atMost(SOON).untilAsserted(() -> given().get("/sources/gym")
                .then()
                .body("description", equalTo("second"))
                .body("error", nullValue()));
        given().contentType("application/json")
                .body("{\"id\":\"gym-3\"}")
                .post("/sources/gym?dryRun=true")
                .then()
                .body(containsString("order.returned"));
    }

    @Test
    void aNewSourceThatIsBrokenIsToldToWhoeverAsksForIt() {
        write("../pool/source.yaml", "format: parchment\n");

        await().atMost(SOON).untilAsserted(() -> given().get("/sources/pool")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:vigie:problem:broken-source"))
                .body("detail", containsString("parchment")));

        forget("pool");
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/sources/pool").then().statusCode(404));
    }

    @Test
    void aBodyLargerThanTheSourceWantsIsTooLarge() {
        post("x".repeat(300)).statusCode(413).body("detail", containsString("200 bytes"));
    }

    private static ValidatableResponse post(String id) {
        return given().contentType("application/json")
                .body("{\"id\":\"" + id + "\"}")
                .post("/sources/gym")
                .then();
    }

    private static String mapping(String type) {
        return "{\"signals\": [{\"id\": event.id, \"type\": \"" + type
                + "\", \"customer\": \"C-1\", \"time\": received, \"attributes\": {}}]}";
    }

    private static void write(String name, String text) {
        try {
            Path file = FOLDER.resolve("gym").resolve(name).normalize();
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forget(String source) {
        try {
            Files.deleteIfExists(FOLDER.resolve(source).resolve("source.yaml"));
            Files.deleteIfExists(FOLDER.resolve(source).resolve("mapping.jsonata"));
            Files.deleteIfExists(FOLDER.resolve(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
