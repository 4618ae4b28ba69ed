package io.vigie.scorer.lookout.models;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookies;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vigie.events.reasons.Wording;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.learning.training.Remark;
import io.vigie.scorer.scoring.LearnedModels;
import io.vigie.scorer.scoring.OnnxWriter;
import io.vigie.scorer.stream.FitJob;
import io.vigie.testkit.BackendsResource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = BackendsResource.class,
        initArgs = @io.quarkus.test.common.ResourceArg(name = BackendsResource.NEEDS, value = "kafka"))
class ModelPagesTest {

    @Test
    void theModelsAndWhatSilenceMeansAreListedInBothLanguages() {
        admitted(101);

        assertThat(as("agent").get("/risk/models?lang=en").asString())
                .contains(
                        "Expert scorecard",
                        "Weights and trees",
                        "Signal history",
                        "What silence means",
                        "0.525",
                        "Learn from the history")
                .doesNotContain("<button>Learn now", "{model:", "NOT_FOUND");
        assertThat(as("agent").get("/risk/models?lang=fr").asString())
                .contains("Barème d’experts", "Ce que le silence veut dire", "0,525");
    }

    @Test
    void aModelShowsHowWellItToldAndWhatItWeighs() {
        String id = admitted(102);

        assertThat(as("agent").get("/risk/models/" + id + "?lang=en").asString())
                .contains(
                        "What was said, and what came",
                        "data-axis=\"share\"",
                        "Complaint filed",
                        "Leaving by choice",
                        "Leaving unpaid",
                        "AUC")
                .doesNotContain("Make it champion");
        assertThat(as("agent").get("/risk/models/m-nobody").statusCode()).isEqualTo(404);
        assertThat(as("agent").get("/risk/models/expert?lang=fr").asString()).contains("scorecard.yaml");
    }

    @Test
    void whoAnswersForModelsMovesThemSayingWhyAndGoesBack() {
        String id = admitted(103);
        String move = "/risk/models/" + id + "/promotion";

        assertThat(as("agent").formParam("to", "shadow").post(move).statusCode())
                .isEqualTo(403);
        assertThat(as("analyst").formParam("to", "shadow").post(move).asString())
                .contains("because must say why");
        for (String to : List.of("", "emperor")) {
            assertThat(as("analyst")
                            .formParam("to", to)
                            .formParam("because", "told better")
                            .post(move)
                            .then()
                            .statusCode(422)
                            .extract()
                            .asString())
                    .contains("to must be shadow, champion or retired");
        }
        as("analyst").formParam("because", "told better").post(move).then().statusCode(422);
        assertThat(moved(move, "shadow")).contains("Shadow", "by analyst: told better", "Beside the champion, live");
        assertThat(moved(move, "champion")).contains("Champion", "by analyst: told better");
        assertThat(as("analyst").get("/risk/models?lang=en").asString()).contains("Go back", "expert");

        assertThat(as("analyst")
                        .formParam("because", "told worse")
                        .post("/risk/models/rollback")
                        .statusCode())
                .isEqualTo(303);
        assertThat(as("analyst").get("/risk/models/" + id + "?lang=en").asString())
                .contains("Retired");
    }

    @Test
    void aModelOfOnesOwnIsAdmittedShownAndMoved() {
        byte[] network =
                OnnxWriter.network(new float[][] {{1, 0}, {0, 1}}, new float[] {0, 0}, new float[] {1.3f, 2.2f}, -3);
        String manifest = """
                name: two weights
                inputs: [{name: complaint.filed}, {name: departure.threatened}]
                outputs: [{tensor: p, risk: by-choice, says: probability}]
                """;

        String id = brought(manifest, network).statusCode(201).extract().path("id");

        assertThat(as("agent").get("/risk/models/" + id + "?lang=en").asString())
                .contains("Brought along (ONNX)", "two weights", "complaint.filed", "Nobody can look into it");
        assertThat(moved("/risk/models/" + id + "/promotion", "shadow")).contains("Shadow");
        brought(manifest.replace("complaint.filed", "horoscope"), network)
                .statusCode(422)
                .body("detail", containsString("horoscope"));
        brought("just words", network).statusCode(422).body("detail", containsString("name, inputs and outputs"));
    }

    @Test
    void aTableToLearnFromIsRefusedOnThePageInWords() {
        assertThat(as("analyst").get("/risk/models?lang=fr").asString())
                .contains("Apprendre d’un tableau", "multipart/form-data");
        assertThat(as("analyst")
                        .multiPart("table", "shop.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "text/csv")
                        .multiPart("left", "gone=yes")
                        .multiPart("id", "")
                        .post("/risk/models/fit/table")
                        .then()
                        .statusCode(422)
                        .extract()
                        .asString())
                .contains("gone");
    }

    @Test
    void aModelThatNobodyNeedsIsDroppedOnItsPage() {
        String id = admitted(104);
        assertThat(as("analyst").get("/risk/models/" + id + "?lang=fr").asString())
                .contains("Supprimer définitivement");

        as("analyst")
                .formParam("because", "nobody needs it")
                .post("/risk/models/" + id + "/drop")
                .then()
                .statusCode(303);

        assertThat(as("agent").get("/risk/models/" + id).statusCode()).isEqualTo(404);
        assertThat(as("agent").get("/risk/models?lang=en").asString()).contains("Dropped", id, "nobody needs it");
    }

    @Test
    void warningsRefusalsAndFailedFitsAreInFrenchWhereThePageIs() {
        String id = admitted(105);
        assertThat(as("agent").get("/risk/models/" + id + "?lang=fr").asString())
                .contains("plus de 5", "un client sur 4", "Les arbres distinguent mieux")
                .doesNotContain("it is a test of before");
        assertThat(as("analyst")
                        .queryParam("lang", "fr")
                        .formParam("to", "shadow")
                        .post("/risk/models/" + id + "/promotion")
                        .then()
                        .statusCode(422)
                        .extract()
                        .asString())
                .contains("Dites pourquoi");
    }

    @Test
    void aFitThatFailedSaysWhyInFrench() {
        Remark why =
                new Remark("too-few", List.of("2026-01-01"), List.of(1.0, 2.0, 3.0, 4.0, 20.0, 180.0), "too few left");
        FitJob failed = new FitJob.Failed(Instant.EPOCH, Instant.EPOCH, "analyst", why.text(), "f-1", Optional.of(why));
        Wording french = new Wording(SignalCatalogue.shipped(), "fr", ZoneId.of("Europe/Paris"));

        String page = ModelPages.Templates.fit(FitPage.of(failed, french), false)
                .setLocale(Locale.FRENCH)
                .render();

        assertThat(page).contains("il en faut 20 de chaque", "180 jours").doesNotContain("too few left");
    }

    private static ValidatableResponse brought(String manifest, byte[] network) {
        return given().auth()
                .preemptive()
                .basic("analyst", "analyst")
                .multiPart("manifest", manifest, "text/plain")
                .multiPart("model", "model.onnx", network, "application/octet-stream")
                .post("/models/onnx")
                .then();
    }

    private static String moved(String path, String to) {
        String page = as("analyst")
                .formParam("to", to)
                .formParam("because", "told better")
                .post(path)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        return as("analyst").queryParam("lang", "en").get(page).asString();
    }

    private static String admitted(long seed) {
        return given().auth()
                .preemptive()
                .basic("analyst", "analyst")
                .contentType("application/json")
                .body(LearnedModels.boosted(seed).bytes())
                .post("/models")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RequestSpecification as(String user) {
        Cookies session = given().redirects()
                .follow(false)
                .formParam("j_username", user)
                .formParam("j_password", user)
                .post("/j_security_check")
                .detailedCookies();
        return given().cookies(session).redirects().follow(false);
    }
}
