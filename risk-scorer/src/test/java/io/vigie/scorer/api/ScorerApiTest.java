package io.vigie.scorer.api;

import static io.restassured.RestAssured.given;
import static io.vigie.scorer.Timelines.day;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.internal.mapping.Jackson2Mapper;
import io.restassured.response.Response;
import io.vigie.events.EventJson;
import io.vigie.events.customer.Customer;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Tick;
import io.vigie.events.wire.Topic;
import io.vigie.scorer.ScorerSettings;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.watch.WhatIf;
import io.vigie.testkit.BackendsResource;
import io.vigie.testkit.TestBackends;
import io.vigie.testkit.TopicReader;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = BackendsResource.class,
        initArgs = @io.quarkus.test.common.ResourceArg(name = BackendsResource.NEEDS, value = "kafka"))
class ScorerApiTest {
    private static final Jackson2Mapper LENIENT = new Jackson2Mapper((_, _) -> EventJson.mapper());

    @Inject
    ScorerSettings settings;

    @BeforeEach
    void signIn() {
        RestAssured.authentication = RestAssured.preemptive().basic("analyst", "analyst");
    }

    @AfterAll
    static void signOut() {
        RestAssured.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/customers/C-1/risk", "/customers/C-1/timeline", "/customers/at-risk", "/counts", "/ticks/r"})
    void nobodyIsToldAnythingWithoutSayingWhoTheyAre(String path) {
        given().auth().none().get(path).then().statusCode(401);
        given().auth().preemptive().basic("analyst", "wrong").get(path).then().statusCode(401);
    }

    @Test
    void healthAndMetricsAreOpen() {
        for (String path : List.of("/q/health/live", "/q/metrics", "/q/openapi")) {
            given().auth().none().get(path).then().statusCode(200);
        }
    }

    @Test
    void aSignalMovesTheRiskAndTheReasonsSayBy() {
        String customer = happened(0, "departure.threatened");

        RiskAssessed risk = riskOf(customer, day(1));

        assertThat(risk.byChoice().reasons().getFirst().factor()).isEqualTo("departure.threatened");
        assertThat(risk.probability())
                .isCloseTo(risk.byChoice().probability() + risk.unpaid().probability(), within(1e-12));
    }

    @Test
    void reasonsAreToldInTheLanguageOfWhoAsks() {
        String customer = happened(0, "departure.threatened");
        String risk = "/customers/" + customer + "/risk?at=" + day(1);

        given().get(risk + "&lang=fr")
                .then()
                .body("language", equalTo("fr"))
                .body("byChoice.reasons[0].name", equalTo("Menace de départ"))
                .body(
                        "byChoice.reasons[0].sentence",
                        equalTo("Une intention de partir exprimée le 1er janvier 2025, toujours en cours : "
                                + "cela augmente beaucoup le risque de départ."));
        given().header("Accept-Language", "fr-FR,en;q=0.5").get(risk).then().body("language", equalTo("fr"));
        given().get(risk).then().body("byChoice.reasons[0].sentence", containsString("A wish to leave expressed"));
    }

    @Test
    void theCustomerWhoAsksIsToldEverythingAsALetter() {
        String customer = happened(0, "departure.threatened");
        String letter = "/customers/" + customer + "/explanation?at=" + day(1);

        given().get(letter).then().statusCode(200).body("parts", hasSize(6)).body("language", equalTo("en"));
        given().accept("text/plain")
                .get(letter + "&lang=fr")
                .then()
                .statusCode(200)
                .contentType(containsString("text/plain"))
                .body(containsString("Ce que vous pouvez nous demander"));
        problem("/customers/nobody-at-all/explanation", 404, "unknown-customer");
        problem("/customers/" + customer + "/explanation?at=" + day(-5), 422, "before-the-timeline");
    }

    @Test
    void theTimelineHoldsWhatCameAndBeforeItThereIsNoAnswer() {
        String customer = happened(10, "departure.threatened");

        given().get("/customers/{id}/timeline", customer)
                .then()
                .statusCode(200)
                .body("[0].type", equalTo("departure.threatened"));
        given().queryParam("at", day(5).toString())
                .get("/customers/{id}/risk", customer)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString(day(10).toString()));
    }

    @Test
    void theLedgerSaysWhatMovedTheRisk() {
        String customer = happened(0, "departure.threatened");
        double probability = riskOf(customer, day(1)).probability();

        given().queryParam("at", day(1).toString())
                .get("/customers/{id}/ledger", customer)
                .then()
                .statusCode(200)
                .body("lines[0].type", equalTo("departure.threatened"))
                .body("lines[0].moved", greaterThan(0.1f))
                .body("probability", equalTo((float) probability));
        given().queryParam("at", day(-5).toString())
                .get("/customers/{id}/ledger", customer)
                .then()
                .statusCode(422)
                .body("detail", containsString(day(0).toString()));
    }

    @Test
    void whatIfComparesAndKeepsNothing() {
        String customer = happened(0, "support.called");

        WhatIf answer = whatIf(customer, "{\"type\":\"complaint.filed\",\"time\":\"" + day(30) + "\"}")
                .then()
                .statusCode(200)
                .extract()
                .as(WhatIf.class);

        assertThat(answer.moved()).isPositive();
        assertThat(answer.after().byChoice().reasons())
                .extracting(reason -> reason.factor())
                .contains("complaint.filed");
        given().get("/customers/{id}/timeline", customer).then().body("size()", equalTo(1));
        whatIf(customer, "{\"type\":\"complaint.filde\"}")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString("signals[0]: type \"complaint.filde\" is not in the signal catalogue"));
        whatIf(customer, "{\"type\":\"complaint.filed\",\"time\":\"9999-12-31T00:00:00Z\"}")
                .then()
                .statusCode(422)
                .body("detail", containsString("at and times must be instants from 1900"));
        whatIf(customer, "").then().statusCode(422).body("detail", containsString("1 to 50"));
    }

    @Test
    void onlyATableMayBeLargeWhetherItsLengthIsToldOrNot() throws IOException {
        byte[] large = new byte[11 << 20];
        Arrays.fill(large, (byte) ' ');
        given().contentType("application/json")
                .body(large)
                .post("/customers/anybody/risk/what-if")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");

        HttpURLConnection untold = (HttpURLConnection)
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/customers/anybody/risk/what-if")
                        .toURL()
                        .openConnection();
        untold.setRequestMethod("POST");
        untold.setRequestProperty("Content-Type", "application/json");
        untold.setRequestProperty(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString("analyst:analyst".getBytes(UTF_8)));
        untold.setChunkedStreamingMode(1 << 16);
        untold.setDoOutput(true);
        try (OutputStream out = untold.getOutputStream()) {
            out.write(large);
        } catch (IOException closed) {
            // the answer may come before all is sent
        }
        assertThat(untold.getResponseCode()).isEqualTo(413);
    }

    private static Response whatIf(String customer, String signals) {
        return given().contentType("application/json")
                .body("{\"signals\":[" + signals + "]}")
                .post("/customers/{id}/risk/what-if", customer);
    }

    @Test
    void silenceIsLearnedFromTheOrdersTakenInAndTakenBackAgain() {
        for (int customer = 0; customer < 40; customer++) {
            String name = "buyer-" + UUID.randomUUID();
            for (int order = 0; order <= customer % 7; order++) {
                send(EventCodec.record(
                        signals(),
                        new Signal(
                                "/shop",
                                name + order,
                                "order.placed",
                                name,
                                day(customer + order * (5 + customer % 11)),
                                Timelines.json("{\"amount\":900}"),
                                Optional.empty())));
            }
        }

        given().queryParam("until", day(200).toString())
                .queryParam("anyhow", true)
                .post("/models/silence/fit")
                .then()
                .statusCode(202)
                .header("Location", containsString("/models/silence"));

        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> given().get("/models/silence")
                .then()
                .statusCode(200)
                .body("lesson.state", equalTo("done"))
                .body("fitted.cohort", hasItems("all", "segment=b2c"))
                .body("fitted[0].customers", equalTo(40)));
        given().delete("/models/silence").then().statusCode(204);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get("/models/silence")
                .then()
                .body("fitted", hasSize(0))
                .body("takenBack.by", equalTo("analyst")));
    }

    @Test
    void onlyWhoAnswersForTheModelsMayChangeWhatIsLearned() {
        given().auth()
                .preemptive()
                .basic("agent", "agent")
                .post("/models/silence/fit")
                .then()
                .statusCode(403);
        given().auth()
                .preemptive()
                .basic("agent", "agent")
                .delete("/models/silence")
                .then()
                .statusCode(403);
        given().auth()
                .preemptive()
                .basic("agent", "agent")
                .get("/models/silence")
                .then()
                .statusCode(200);
    }

    @Test
    void theMostAtRiskComeFirst() {
        String calm = happened(0, "support.called");
        String alarmed = happened(0, "termination.notified");

        List<String> order = given().queryParam("limit", 1000)
                .get("/customers/at-risk")
                .then()
                .statusCode(200)
                .body("customer", hasItem(alarmed))
                .extract()
                .path("customer");
        assertThat(order.indexOf(alarmed)).isLessThan(order.indexOf(calm));
    }

    @Test
    void ofWhoObjectsThereIsNoRiskToTell() throws IOException {
        String customer = happened(0, "termination.notified");
        Customer record = EventJson.mapper()
                .readValue(
                        "{\"id\":\"%s\",\"time\":\"%s\",\"objection\":true}".formatted(customer, day(1)),
                        Customer.class);
        send(EventCodec.record(signals(), Event.of(customer + "-record", "/crm", customer, day(1), record)));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> problem("/customers/" + customer + "/risk", 409, "customer-objects"));
        problem("/customers/" + customer + "/risk?at=" + day(0.5), 409, "customer-objects");
        given().queryParam("limit", 1000).get("/customers/at-risk").then().body("customer", not(hasItem(customer)));
        given().get("/customers/{id}/timeline", customer).then().body("type", hasItem("vigie.customer"));
        given().get("/customers/{id}/explanation", customer)
                .then()
                .statusCode(200)
                .body("parts[0].heading", equalTo("You have objected to profiling"));
    }

    @Test
    void theClosingTickPassesEveryPartitionAndIsHandedOn() {
        String run = UUID.randomUUID().toString();
        for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
            send(EventCodec.record(signals(), "/test", new Tick(run, partition, day(20))));
        }

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get("/ticks/{run}", run)
                .then()
                .body("passed", equalTo(12))
                .body("of", equalTo(12)));
        TopicReader.on(TestBackends.kafka())
                .readUntil(
                        Topic.RISK.under(settings.prefix()),
                        records -> records.stream()
                                        .filter(record -> record.key().startsWith(run))
                                        .count()
                                == 12);
    }

    @Test
    void wrongQuestionsGetAnAnswerThatSaysHowToMendThem() {
        happened(0, "support.called");
        problem("/customers/nobody-at-all/risk", 404, "unknown-customer");
        problem("/customers/nobody-at-all/timeline", 404, "unknown-customer");
        problem("/customers/nobody-at-all/ledger", 404, "unknown-customer");
        problem("/customers/nobody-at-all/risk?at=yesterday", 400, "wrong-instant");
        problem("/customers/at-risk?limit=0", 400, "wrong-limit");
        problem("/customers/at-risk?limit=abc", 400, "wrong-limit");
        problem("/customers/at-risk?limit=99999999999", 400, "wrong-limit");
        for (String far : List.of("9999-12-31T00:00:00Z", "%2B999999999-12-31T23:59:59Z", "1800-01-01T00:00:00Z")) {
            problem("/customers/nobody-at-all/risk?at=" + far, 400, "wrong-instant");
            problem("/customers/nobody-at-all/ledger?at=" + far, 400, "wrong-instant");
        }
    }

    @Test
    void opsSeeHealthMetricsAndTheDescription() {
        happened(0, "support.called");
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("kafka_stream"));
        given().get("/q/openapi").then().statusCode(200).body(containsString("/customers/at-risk"));
        given().get("/counts").then().statusCode(200).body("processed", greaterThan(0));
    }

    private static void problem(String path, int status, String word) {
        given().get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:vigie:problem:" + word));
    }

    /** Something happens to a new customer, and the scorer has heard of it. */
    private String happened(double day, String type) {
        String customer = "c-" + UUID.randomUUID();
        Signal signal = new Signal("/crm", customer, type, customer, day(day), Timelines.json("{}"), Optional.empty());
        send(EventCodec.record(signals(), signal));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        given().get("/customers/{id}/risk", customer).then().statusCode(200));
        return customer;
    }

    private static RiskAssessed riskOf(String customer, Instant at) {
        return given().queryParam("at", at.toString())
                .get("/customers/{id}/risk", customer)
                .then()
                .statusCode(200)
                .extract()
                .as(RiskAssessed.class, LENIENT);
    }

    private String signals() {
        return Topic.SIGNALS.under(settings.prefix());
    }

    private static void send(ProducerRecord<String, byte[]> record) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBackends.kafka().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var unused = producer.send(record);
        }
    }
}
