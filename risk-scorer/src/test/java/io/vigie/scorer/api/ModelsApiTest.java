package io.vigie.scorer.api;

import static io.restassured.RestAssured.given;
import static io.vigie.scorer.Timelines.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Topic;
import io.vigie.scorer.ScorerSettings;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.learning.Shop;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.scoring.LearnedModels;
import io.vigie.testkit.BackendsResource;
import io.vigie.testkit.TestBackends;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(
        value = BackendsResource.class,
        initArgs = @io.quarkus.test.common.ResourceArg(name = BackendsResource.NEEDS, value = "kafka"))
class ModelsApiTest {
    /** So far back that other tests' time does not move on. */
    private static final int BEFORE = 800;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    ScorerSettings settings;

    @BeforeEach
    void signIn() {
        RestAssured.authentication = RestAssured.preemptive().basic("analyst", "analyst");
    }

    /** Other tests expect the scorecard to speak. */
    @AfterEach
    void theScorecardSpeaksAgain() {
        while (!champion().equals("expert")) {
            roll("the test is over").then().statusCode(200);
        }
        RestAssured.reset();
    }

    @Test
    void aModelGoesFromCandidateOverShadowToChampionAndBackInOneCall() {
        String first = admitted(LearnedModels.boosted(11));
        String second = admitted(LearnedModels.boosted(12));

        state(first, "candidate");
        promote(first, "shadow").then().statusCode(200).body("state", equalTo("shadow"));
        promote(first, "champion").then().statusCode(200).body("moves[-1].by", equalTo("analyst"));
        promote(second, "champion").then().statusCode(200);
        state(first, "retired");
        assertThat(champion()).isEqualTo(second);
        roll("it told worse").then().statusCode(200).body("id", equalTo(first)).body("state", equalTo("champion"));
        roll("so did that").then().statusCode(200).body("id", equalTo("expert"));
        roll("and now?").then().statusCode(409).body("type", equalTo("urn:vigie:problem:nothing-before"));
    }

    @Test
    void theChampionSpeaksWithoutARestartAndItsReasonsAddUp() {
        String customer = happened("departure.threatened");
        String id = admitted(LearnedModels.boosted(13));

        promote(id, "champion").then().statusCode(200);

        given().get("/customers/{id}/risk", customer).then().statusCode(200).body("model", startsWith(id));
        roll("enough").then().statusCode(200);
        given().get("/customers/{id}/risk", customer).then().body("model", startsWith("expert-1"));
    }

    @Test
    void aShadowIsComparedWithTheChampionOnTheSameCustomers() {
        String id = admitted(LearnedModels.boosted(16));
        given().get("/models/{id}/comparison", id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:vigie:problem:never-a-shadow"));
        given().get("/models/m-nobody/comparison").then().statusCode(404);
        promote(id, "shadow").then().statusCode(200);

        happened("complaint.filed");

        await().atMost(PATIENCE).untilAsserted(() -> given().get("/models/{id}/comparison", id)
                .then()
                .statusCode(200)
                .body("champion", equalTo("expert"))
                .body("shadow", equalTo(id))
                .body("figures.looks", greaterThan(0)));
        given().get("/models/{id}/drift", id).then().statusCode(200).body("model", equalTo(id));
        given().get("/models/m-nobody/drift").then().statusCode(404);
    }

    @Test
    void aFitIsCalledOffAndAnotherMayFollow() {
        history(600);
        String fit = json("{\"until\":\"" + day(700 - BEFORE) + "\"}")
                .post("/models/fit")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        json("{}").post("/models/fit").then().statusCode(409).body("type", equalTo("urn:vigie:problem:fit-under-way"));

        given().get("/models/fit?id=" + fit).then().statusCode(200).body("state", equalTo("underway"));
        given().get("/models/fit?id=another").then().statusCode(404);

        given().delete("/models/fit").then().statusCode(204);

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> given().get("/models/fit").path("state"), equalTo("cancelled"));
        given().delete("/models/fit").then().statusCode(409);
    }

    @Test
    void whatNobodyNeedsIsDroppedByName() {
        String id = admitted(LearnedModels.boosted(18));
        given().delete("/models/{id}", id).then().statusCode(422).body("detail", containsString("because"));
        given().delete("/models/m-nobody?because=gone").then().statusCode(404);
        given().delete("/models/expert?because=no").then().statusCode(409);
        given().auth()
                .preemptive()
                .basic("agent", "agent")
                .delete("/models/{id}?because=no", id)
                .then()
                .statusCode(403);
        promote(id, "shadow").then().statusCode(200);
        given().delete("/models/{id}?because=no", id).then().statusCode(409);
        promote(id, "retired").then().statusCode(200);

        given().delete("/models/{id}?because=nobody needs it", id).then().statusCode(204);

        given().get("/models/{id}", id).then().statusCode(404);
        given().get("/models")
                .then()
                .body("models.id", not(hasItem(id)))
                .body("dropped.find { it.model == '" + id + "' }.by", equalTo("analyst"))
                .body("dropped.find { it.model == '" + id + "' }.because", equalTo("nobody needs it"));
        assertThat(admitted(LearnedModels.boosted(18))).isEqualTo(id);
    }

    @Test
    void everyModelThatIsListedCanBeHadByItsId() {
        admitted(LearnedModels.boosted(17));

        List<String> ids = given().get("/models").then().extract().path("models.id");
        assertThat(ids).contains("expert").hasSizeGreaterThan(1);
        ids.forEach(id -> given().get("/models/{id}", id).then().statusCode(200));
        given().get("/models/expert")
                .then()
                .body("learnedFrom", equalTo("scorecard"))
                .body("scorecard.horizonDays", equalTo(90))
                .body("weights.'complaint.filed'.'complaint.filed'", equalTo(1.3f))
                .body("weights.silence.silence", equalTo(3.5f));
    }

    @Test
    void aFileIsTheSameWhenItIsReadAgainAndOnceIsEnough() {
        HistoryModelFile file = LearnedModels.boosted(14);
        String id = admitted(file);

        String text =
                given().get("/models/{id}", id).then().statusCode(200).extract().asString();
        assertThat(text).isEqualTo(new String(file.bytes(), StandardCharsets.UTF_8));
        assertThat(admitted(file)).isEqualTo(id);
        given().get("/models").then().body("models.findAll { it.id == '" + id + "' }.size()", is(1));
    }

    @Test
    void whatIsWrongIsRefusedSayingHowToMendIt() {
        json("{\"version\":1}").post("/models").then().statusCode(422).body("detail", containsString("model file"));
        json("nonsense").post("/models").then().statusCode(422).body("type", equalTo("urn:vigie:problem:wrong-model"));
        String id = admitted(LearnedModels.boosted(15));
        json("{\"to\":\"champion\"}")
                .post("/models/{id}/promotion", id)
                .then()
                .statusCode(422)
                .body("detail", containsString("because"));
        json("{\"to\":\"candidate\",\"because\":\"why not\"}")
                .post("/models/{id}/promotion", id)
                .then()
                .statusCode(422);
        promote("m-nobody", "champion").then().statusCode(404);
        promote("expert", "shadow").then().statusCode(409);
        given().get("/models/m-nobody").then().statusCode(404);
    }

    @Test
    void ofWhatIsYetToComeNothingIsLearned() {
        json("{\"until\":\"2099-01-01T00:00:00Z\"}")
                .post("/models/fit")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:vigie:problem:wrong-fit"));
        given().post("/models/silence/fit?until=2030-01-01T00:00:00Z").then().statusCode(422);
        given().post("/models/silence/fit?anyhow=ja").then().statusCode(400);
    }

    @Test
    void onlyWhoAnswersForModelsMayChangeThem() {
        for (String path : List.of("/models", "/models/fit", "/models/rollback", "/models/x/promotion")) {
            given().auth()
                    .preemptive()
                    .basic("agent", "agent")
                    .contentType("application/json")
                    .body("{}")
                    .post(path)
                    .then()
                    .statusCode(403);
        }
        given().auth()
                .preemptive()
                .basic("agent", "agent")
                .get("/models")
                .then()
                .statusCode(200);
    }

    @Test
    void aModelIsLearnedFromTheHistoryAndSpeaks() {
        history(600);

        json("{\"until\":\"" + day(700 - BEFORE) + "\"}")
                .post("/models/fit")
                .then()
                .statusCode(202);
        await().atMost(PATIENCE.multipliedBy(3))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> given().get("/models/fit").path("state"), not(equalTo("underway")));

        String id = given().get("/models/fit")
                .then()
                .body("state", equalTo("done"))
                .body("by", equalTo("analyst"))
                .extract()
                .path("model");
        given().get("/models/{id}", id)
                .then()
                .body("learnedFrom", equalTo("history"))
                .body("data.signals", greaterThan(600))
                .body("risks[0].risk", equalTo("by-choice"))
                .body("risks[0].linear.all.auc", greaterThan(.55f))
                .body("bases.base", everyItem(notNullValue()));
        promote(id, "champion").then().statusCode(200);
        given().get("/models").then().body("models.id", hasItem(id));
    }

    @Test
    void ofTooLittleAFitSaysWhatIsMissing() {
        json("{\"until\":\"" + day(-2_000) + "\"}").post("/models/fit").then().statusCode(202);

        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> given().get("/models/fit")
                .then()
                .body("state", equalTo("failed"))
                .body("why", containsString("20 of each are needed")));
        given().delete("/models/fit").then().statusCode(409);
    }

    @Test
    void aTableIsLearnedFromAndTellsWhatTheCommandTells(@TempDir Path folder) throws IOException {
        byte[] table = Files.readAllBytes(Shop.of(400, 3).writtenTo(folder));
        csv(table).post("/models/fit").then().statusCode(422).body("detail", containsString("left must name"));
        csv(table)
                .queryParam("left", "departed")
                .post("/models/fit")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:vigie:problem:wrong-table"))
                .body("detail", containsString("the table has no column \"departed\""));

        String fit = csv(table)
                .queryParam("left", "gone=yes")
                .queryParam("id", "customer no")
                .post("/models/fit")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(PATIENCE.multipliedBy(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> given().get("/models/fit?id=" + fit).path("state"), not(equalTo("underway")));

        String model = given().get("/models/fit?id=" + fit)
                .then()
                .body("state", equalTo("done"))
                .body("table.report.rows", equalTo(400))
                .body("table.report.linear.auc", greaterThan(.5f))
                .body("table.speaks", containsString("cannot be champion"))
                .extract()
                .path("model");
        byte[] file = given().get("/models/fit/{fit}/model", fit)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(ModelFile.read(file).id()).isEqualTo(model);
        given().get("/models/fit/another/model").then().statusCode(404);
        promote(model, "champion").then().statusCode(404);
    }

    private static RequestSpecification csv(byte[] table) {
        return given().contentType("text/csv").body(table);
    }

    private static String admitted(HistoryModelFile file) {
        return json(new String(file.bytes(), StandardCharsets.UTF_8))
                .post("/models")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static io.restassured.response.Response promote(String id, String to) {
        return json("{\"to\":\"%s\",\"because\":\"it is a test\"}".formatted(to))
                .post("/models/{id}/promotion", id);
    }

    private static io.restassured.response.Response roll(String because) {
        return json("{\"because\":\"%s\"}".formatted(because)).post("/models/rollback");
    }

    private static void state(String id, String state) {
        given().get("/models").then().body("models.find { it.id == '" + id + "' }.state", equalTo(state));
    }

    private static String champion() {
        return given().get("/models").path("champion");
    }

    private static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }

    private String happened(String type) {
        String customer = "m-" + UUID.randomUUID();
        send(List.of(signal(customer, 0, type)));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        given().get("/customers/{id}/risk", customer).then().statusCode(200));
        return customer;
    }

    /** Customers who stay, mostly, unless they complain. */
    private void history(int customers) {
        Random random = new Random(5);
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            String customer = "h-" + i;
            double joined = 300 * random.nextDouble();
            records.add(signal(customer, joined - BEFORE, "support.called"));
            double at = joined;
            boolean left = false;
            while (at < 700 && !left) {
                at += 20 + 80 * random.nextDouble();
                boolean complains = random.nextInt(4) == 0;
                records.add(signal(customer, at - BEFORE, complains ? "complaint.filed" : "support.called"));
                left = random.nextDouble() < (complains ? .5 : .03);
                if (left) {
                    records.add(signal(customer, at - BEFORE + 30 + 30 * random.nextDouble(), "account.closed"));
                }
            }
        }
        send(records);
    }

    private ProducerRecord<String, byte[]> signal(String customer, double day, String type) {
        return EventCodec.record(
                Topic.SIGNALS.under(settings.prefix()),
                new Signal(
                        "/crm",
                        customer + "@" + day,
                        type,
                        customer,
                        day(day),
                        Timelines.json("{}"),
                        Optional.empty()));
    }

    private static void send(List<ProducerRecord<String, byte[]>> records) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBackends.kafka().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (ProducerRecord<String, byte[]> record : records) {
                var unused = producer.send(record);
            }
        }
    }
}
