package io.vigie.ingest.api.signals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Topic;
import io.vigie.testkit.BackendsResource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackendsResource.class)
public class SignalsApiTest {
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    @Test
    void a202IsAPromiseKept() {
        given().contentType("application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", "kept%20%C3%A9")
                .header("ce-source", "/crm")
                .header("ce-type", "complaint.filed")
                .header("ce-subject", "cust-1")
                .header("ce-time", "2025-03-01T11:00:00+01:00")
                .body("{\"cause\":\"service\"}")
                .post("/signals")
                .then()
                .statusCode(202)
                .body("id", equalTo("kept é"))
                .body("source", equalTo("/crm"))
                .body("accepted", equalTo(1));

        ConsumerRecord<String, byte[]> record = Topics.event(Topic.SIGNALS, "kept é");
        Signal signal = EventCodec.signal(EventCodec.read(record));
        assertThat(record.key()).isEqualTo("cust-1");
        assertThat(header(record, "ce_type")).isEqualTo("complaint.filed");
        assertThat(header(record, "ce_dataschema")).isEqualTo("urn:vigie:schema:complaint.filed:1");
        assertThat(signal.time()).isEqualTo(Instant.parse("2025-03-01T10:00:00Z"));
        assertThat(signal.receivedAt()).hasValueSatisfying(at -> assertThat(at).isAfter("2026-01-01T00:00:00Z"));
        assertThat(signal.attributes().path("cause").asText()).isEqualTo("service");
    }

    @Test
    void anEventMayBeOneJsonObject() {
        given().contentType(STRUCTURED + "; charset=utf-8")
                .body(event("structured-1", "order.placed", "{\"amount\":1200,\"currency\":\"EUR\"}"))
                .post("/signals")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1));

        assertThat(Topics.event(Topic.SIGNALS, "structured-1").key()).isEqualTo("cust-1");
    }

    @Test
    void ofABatchTheGoodAreTakenAndTheBadAreToldByIndex() {
        given().contentType(BATCH)
                .body("[" + event("batch-1", "order.placed", "{}") + "," + event("batch-2", "order.plaiced", "{}") + ","
                        + event("batch-3", "order.placed", "{}") + "]")
                .post("/signals")
                .then()
                .statusCode(207)
                .body("accepted", equalTo(2))
                .body("results.index", contains(0, 1, 2))
                .body("results.status", contains(202, 422, 202))
                .body("results[1].reason", equalTo("unknown-type"))
                .body("results[1].detail", containsString("order.plaiced"));

        assertThat(Topics.event(Topic.SIGNALS, "batch-3").key()).isEqualTo("cust-1");
        assertThat(Topics.refused("batch-2")).singleElement().satisfies(refused -> assertThat(refused.reason())
                .isEqualTo("unknown-type"));
    }

    @Test
    void aBatchThatIsAllGoodIs202AndOneThatIsAllBadIs422() {
        given().contentType(BATCH)
                .body("[" + event("good-1", "order.placed", "{}") + "," + event("good-2", "order.placed", "{}") + "]")
                .post("/signals")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(2));
        given().contentType(BATCH)
                .body("[" + event("bad-1", "order.plaiced", "{}") + ",7]")
                .post("/signals")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:vigie:problem:nothing-accepted"))
                .body("results.reason", contains("unknown-type", "malformed-event"));
        given().contentType(BATCH).body("[]").post("/signals").then().statusCode(202);
    }

    @Test
    void whatWasTakenAndRefusedIsCounted() {
        given().contentType(STRUCTURED)
                .body(event("counted", "order.placed", "{}"))
                .post("/signals");
        given().contentType(STRUCTURED)
                .body(event("counted", "order.plaiced", "{}"))
                .post("/signals");

        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("vigie_signals_accepted_total{via=\"http\"}"))
                .body(containsString("vigie_signals_refused_total{reason=\"unknown-type\",via=\"http\"}"));
    }

    @Test
    void theServiceIsLiveReadyAndDescribed() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("broker"));
        given().get("/q/openapi").then().statusCode(200).body(containsString("/signals"));
    }

    public static String event(String id, String type, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"/crm","type":"%s","subject":"cust-1",
                 "time":"2025-03-01T10:00:00Z","data":%s}""".formatted(id, type, data);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
