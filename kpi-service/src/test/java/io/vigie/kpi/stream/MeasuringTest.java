package io.vigie.kpi.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vigie.events.EventJson;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.EventType;
import io.vigie.events.wire.Topic;
import io.vigie.kpi.Broker;
import io.vigie.kpi.Company;
import io.vigie.kpi.Facts;
import io.vigie.kpi.History;
import io.vigie.kpi.store.Delivery;
import io.vigie.kpi.store.Ledger;
import io.vigie.testkit.BackendsResource;
import io.vigie.testkit.TestBackends;
import io.vigie.testkit.TopicReader;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class MeasuringTest {
    @Inject
    Broker broker;

    @Inject
    Facts facts;

    @Inject
    Ledger ledger;

    @BeforeEach
    void nothingIsKnown() {
        facts.forget();
    }

    @Test
    void aQuarterIsMeasuredAsItIsByHand() {
        broker.publish(Company.firstQuarter().events());
        closed("by-hand");

        JsonPath kpis = firstQuarter();

        assertThat(kpis.getString("currency")).isEqualTo("EUR");
        assertThat(kpis.getMap("churn.customersLost", String.class, Integer.class))
                .containsEntry("total", 3)
                .containsEntry("byChoice", 1)
                .containsEntry("unpaid", 1)
                .containsEntry("unavoidable", 1);
        assertThat(kpis.getInt("customersAtStart")).isEqualTo(5);
        assertThat(kpis.getDouble("churn.customersLostShare.total")).isCloseTo(3 / 5.0, within(1e-6));
        assertThat(kpis.getInt("valueAtStart")).isEqualTo(10_000 + 30_000 + 5_000 + 8_000 + 1_000);
        assertThat(kpis.getMap("churn.valueLost", String.class, Integer.class))
                .containsEntry("total", 38_000)
                .containsEntry("byChoice", 25_000)
                .containsEntry("unpaid", 5_000)
                .containsEntry("unavoidable", 8_000);
        assertThat(kpis.getDouble("churn.valueLostShare.total")).isCloseTo(38_000 / 54_000.0, within(1e-6));
        assertThat(kpis.getInt("newCustomers")).isEqualTo(2);
        assertThat(kpis.getInt("customersAtEnd")).isEqualTo(5 + 2 - 3);
        assertThat(kpis.getBoolean("growthCheck")).isFalse();
        assertThat(kpis.getMap("customersByLevel", String.class, Integer.class))
                .containsEntry("stable", 1)
                .containsEntry("watch", 1)
                .containsEntry("at-risk", 1)
                .containsEntry("urgent", 1);
        assertThat(kpis.getMap("causes.lost", String.class, Integer.class))
                .containsEntry("service", 1)
                .containsEntry("payment", 1)
                .containsEntry("died", 1)
                .containsEntry("price", 0);
        assertThat(kpis.getMap("causes.signals", String.class, Integer.class))
                .containsEntry("price", 1)
                .containsEntry("payment", 1)
                .containsEntry("service", 0)
                .containsEntry("habits", 0);
    }

    @Test
    void whatWasDoneIsCountedInItsPeriod() {
        broker.publish(Company.firstQuarter().events());
        closed("work");

        JsonPath kpis = firstQuarter();

        assertThat(kpis.getMap("tasksByAction", String.class, Integer.class))
                .containsEntry("call", 2)
                .containsEntry("letter", 1)
                .containsEntry("message", 1)
                .containsEntry("account-manager-visit", 0);
        assertThat(kpis.getMap("tasksByStatus", String.class, Integer.class))
                .containsEntry("open", 1)
                .containsEntry("claimed", 1)
                .containsEntry("completed", 1)
                .containsEntry("cancelled", 1);
        assertThat(kpis.getMap("outcomes", String.class, Integer.class))
                .containsEntry("reached", 1)
                .containsEntry("promise", 0);
        assertThat(kpis.getMap("casesByAction", String.class, Integer.class)).containsEntry("call", 2);
        assertThat(kpis.getMap("casesByResult", String.class, Integer.class))
                .containsEntry("saved", 1)
                .containsEntry("lost", 1)
                .containsEntry("void", 0);
        assertThat(kpis.getMap("noActionByReason", String.class, Integer.class))
                .containsEntry("unavoidable", 1)
                .containsEntry("control-group", 1)
                .containsEntry("not-worth-it", 0);
        assertThat(kpis.getMap("signalToTask", String.class, Integer.class))
                .containsEntry("count", 3)
                .containsEntry("medianMillis", 600)
                .containsEntry("p99Millis", 1000);
    }

    @Test
    void whatIsDeliveredAgainMovesNothing() {
        History history = Company.firstQuarter();
        broker.publish(history.events());
        closed("once");
        String once = firstQuarter().prettify();

        broker.publish(history.events());
        closed("twice");

        assertThat(firstQuarter().prettify()).isEqualTo(once);
        assertThat(facts.count("unreadable")).isZero();
    }

    @Test
    void everyMeasureCanBeBuiltAgainFromTheTopicsInAnyBatches() {
        broker.publish(Company.firstQuarter().events());
        closed("built");
        String built = firstQuarter().prettify();
        List<Delivery> told = toldSoFar();
        Random random = new Random(7);
        for (int turn = 0; turn < 5; turn++) {
            List<Delivery> shuffled = new ArrayList<>(told);
            shuffled.addAll(told.subList(0, told.size() / 2));
            Collections.shuffle(shuffled, random);

            facts.forget();
            for (int next = 0; next < shuffled.size(); ) {
                int end = Math.min(shuffled.size(), next + 1 + random.nextInt(40));
                ledger.keep(shuffled.subList(next, end));
                next = end;
            }

            assertThat(firstQuarter().prettify()).isEqualTo(built);
        }
    }

    @Test
    void whatCannotBeReadIsKeptAndStopsNothing() throws JsonProcessingException {
        broker.send(List.of(
                new ProducerRecord<>(broker.topic(Topic.RISK), "c", "not an event".getBytes(StandardCharsets.UTF_8)),
                new ProducerRecord<>(broker.topic(Topic.SIGNALS), null, null),
                EventCodec.record(broker.topic(Topic.RISK), anAssessmentWithoutALife())));
        broker.publish(new History()
                .signal("nul\0", "2025-01-10", "complaint.filed", Optional.empty())
                .events());
        broker.publish(Company.firstQuarter().events());
        closed("unreadable");

        assertThat(facts.count("unreadable")).isEqualTo(4);
        assertThat(facts.count("unreadable where reason <> ''")).isEqualTo(4);
        assertThat(firstQuarter().getInt("customersAtStart")).isEqualTo(5);
        given().get("/q/health/ready").then().statusCode(200);
    }

    private static Event<JsonNode> anAssessmentWithoutALife() throws JsonProcessingException {
        return new Event<>(
                "lifeless",
                "/vigie/risk-scorer",
                EventType.RISK_ASSESSED.name(),
                "c",
                History.at("2025-01-10"),
                Optional.empty(),
                Optional.empty(),
                EventJson.mapper().readTree("{\"customer\": \"c\", \"openMatters\": []}"));
    }

    @Test
    void aReplayEndsWhenItsTickHasPassedEveryPartitionOfEveryTopic() {
        assertThat(given().get("/ticks/nobody").jsonPath().getInt("passed")).isZero();

        broker.tick("whole", History.at("2025-04-01"));
        awaitTicks("whole");

        JsonPath answer = given().get("/ticks/whole").jsonPath();
        assertThat(answer.getString("run")).isEqualTo("whole");
        assertThat(answer.getInt("of")).isEqualTo(36);
    }

    private void closed(String run) {
        broker.tick(run, History.at("2025-04-02"));
        awaitTicks(run);
    }

    private static void awaitTicks(String run) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/ticks/" + run).jsonPath().getInt("passed") == 36);
    }

    private static JsonPath firstQuarter() {
        return given().queryParam("from", "2025-01-01T00:00:00Z")
                .queryParam("to", "2025-04-01T00:00:00Z")
                .get("/kpis")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<Delivery> toldSoFar() {
        List<Delivery> told = new ArrayList<>();
        for (Topic topic : List.of(Topic.SIGNALS, Topic.RISK, Topic.RETENTION)) {
            for (ConsumerRecord<String, byte[]> record :
                    TopicReader.on(TestBackends.kafka()).readAll(broker.topic(topic))) {
                told.add(Reader.read(topic, record));
            }
        }
        return told;
    }
}
