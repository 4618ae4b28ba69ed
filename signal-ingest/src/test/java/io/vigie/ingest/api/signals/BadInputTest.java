package io.vigie.ingest.api.signals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vigie.testkit.BackendsResource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets a clear answer and stops nothing. */
@QuarkusTest
@WithTestResource(BackendsResource.class)
class BadInputTest {
    private static final String STRUCTURED = "application/cloudevents+json";

    @AfterEach
    void theServiceGoesOn() {
        given().contentType(STRUCTURED)
                .body(SignalsApiTest.event("after", "order.placed", "{}"))
                .post("/signals")
                .then()
                .statusCode(202);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                bad("unknown type", 422, "unknown-type", event("a-type", "/crm", "complaint.fild", "c", past(), "{}")),
                bad("no customer", 422, "missing-customer", event("b", "/crm", "complaint.filed", "", past(), "{}")),
                bad("no id", 400, "missing-id", event("", "/crm", "complaint.filed", "c", past(), "{}")),
                bad("no source", 400, "missing-source", event("d", "", "complaint.filed", "c", past(), "{}")),
                bad(
                        "wrong attribute",
                        422,
                        "wrong-attribute",
                        event("e", "/crm", "survey.answered", "c", past(), "{\"scale\":\"nps\",\"score\":\"good\"}")),
                bad(
                        "data is no object",
                        422,
                        "wrong-attribute",
                        event("f", "/crm", "order.placed", "c", past(), "[1]")),
                bad(
                        "time in the future",
                        422,
                        "time-in-future",
                        event(
                                "g",
                                "/crm",
                                "order.placed",
                                "c",
                                Instant.now().plusSeconds(900).toString(),
                                "{}")),
                bad(
                        "no time",
                        422,
                        "time-missing",
                        "{\"specversion\":\"1.0\",\"id\":\"h\",\"source\":\"/crm\","
                                + "\"type\":\"order.placed\",\"subject\":\"c\",\"data\":{}}"),
                bad("time is no time", 400, "malformed-event", event("i", "/crm", "order.placed", "c", "noon", "{}")),
                bad("malformed JSON", 400, "malformed-json", "{\"specversion\":\"1.0\",\"id\":"),
                bad("empty body", 400, "malformed-json", ""),
                bad("deep nesting", 400, "malformed-json", "[".repeat(100_000)),
                bad("no object", 400, "malformed-event", "17"),
                bad(
                        "no version",
                        400,
                        "malformed-event",
                        event("j", "/crm", "order.placed", "c", past(), "{}").replace("\"specversion\":\"1.0\",", "")),
                bad(
                        "id is a number",
                        400,
                        "missing-id",
                        event("k", "/crm", "order.placed", "c", past(), "{}").replace("\"id\":\"k\"", "\"id\":7")),
                bad(
                        "half a surrogate pair as id",
                        400,
                        "malformed-event",
                        event("\\ud800", "/crm-half", "order.placed", "c", past(), "{}")),
                bad(
                        "half a surrogate pair as source",
                        400,
                        "malformed-event",
                        event("half-source", "/crm\\ud800", "order.placed", "c", past(), "{}")),
                bad(
                        "half a surrogate pair as type",
                        422,
                        "unknown-type",
                        event("half-type", "/crm", "order.\\udc00", "c", past(), "{}")),
                bad(
                        "half a surrogate pair as subject",
                        400,
                        "malformed-event",
                        event("half-subject", "/crm", "order.placed", "\\ud800", past(), "{}")),
                bad(
                        "half a surrogate pair as a key that is waited for",
                        400,
                        "malformed-event",
                        event("half-key", "/crm", "order.placed", "stripe:\\ud800", past(), "{}")),
                bad(
                        "half a surrogate pair among the attributes",
                        422,
                        "wrong-attribute",
                        event("half-attribute", "/crm", "order.placed", "c", past(), "{\"\\ud800\":\"\\ud800\"}")),
                bad(
                        "a key that is waited for of 4,000 characters",
                        400,
                        "malformed-event",
                        event("long-key", "/crm", "order.placed", "stripe:" + "x".repeat(4_000), past(), "{}")),
                bad(
                        "a surrogate pair where what is told ends",
                        422,
                        "unknown-type",
                        event("long-type", "/crm", "x".repeat(993) + "\\ud83d\\ude00", "c", past(), "{}")),
                bad(
                        "trailing text",
                        400,
                        "malformed-json",
                        event("l", "/crm", "order.placed", "c", past(), "{}") + "x"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void aBadEventIsAnsweredWithItsReasonAndKept(String what, int status, String reason, String body) {
        problem(given().contentType(STRUCTURED).body(body).post("/signals").then(), status, reason);

        assertThat(Topics.refused(body.substring(0, Math.min(40, body.length()))))
                .as("kept for repair: " + what)
                .anySatisfy(kept -> {
                    assertThat(kept.reason()).isEqualTo(reason);
                    assertThat(new String(kept.decodeRaw(), StandardCharsets.UTF_8))
                            .isEqualTo(body);
                });
    }

    @Test
    void ofABatchOnlyTheBadEventIsRefusedAndKeptAsItCame() {
        given().contentType("application/cloudevents-batch+json")
                .body("[" + event("half-batch", "/crm", "order.placed", "\\ud800", past(), "{}") + ","
                        + event("whole-batch", "/crm", "order.placed", "c", past(), "{}") + "]")
                .post("/signals")
                .then()
                .statusCode(207)
                .body("results.status", equalTo(List.of(400, 202)));

        assertThat(Topics.refused("half-batch")).singleElement().satisfies(kept -> assertThat(
                        new String(kept.decodeRaw(), StandardCharsets.UTF_8))
                .containsIgnoringCase("\"\\ud800\""));
    }

    @Test
    void anIdThatNoCustomerCanHaveIsToldWhereverItIsAskedFor() {
        for (String id : List.of("x".repeat(4_000), "a%00b")) {
            String customer = "/customers/" + id;
            malformed(asItIs().get(customer));
            malformed(asItIs().delete(customer));
            malformed(asItIs().body("{\"stripe\":\"cus_bad\"}").put(customer + "/aliases"));
            malformed(asItIs().get(customer + "/aliases"));
            malformed(asItIs().delete(customer + "/aliases/stripe/cus_bad"));
            malformed(asItIs().get(customer + "/consents"));
            malformed(asItIs().post(customer + "/objection"));
            malformed(asItIs().get(customer + "/export"));
            malformed(asItIs().body("{\"name\":\"N\"}").put(customer));
        }
        asItIs().delete("/customers/c/aliases/stripe/a%00b").then().statusCode(404);
        asItIs().get("/quarantine?source=a%00b").then().statusCode(200);
    }

    @Test
    void whatNoDatabaseCouldHoldIsToldWhereverItIsAskedFor() {
        for (String far : List.of("%2B300000-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z", "9999-12-31T00:00:00Z")) {
            problem(asItIs().get("/quarantine?from=" + far).then(), 400, "malformed-query");
            problem(asItIs().post("/quarantine/resend?to=" + far).then(), 400, "malformed-query");
        }
        String file = "id,type,customer,time\n";
        for (String name : List.of("a%00b", "x".repeat(3_000), "%F0%9F%98%80".repeat(200))) {
            asItIs().body(file).post("/imports/csv?name=" + name).then().statusCode(200);
        }
        given().header("Repr-Digest", "sha-256=:" + "x".repeat(3_000) + ":")
                .body(file)
                .post("/imports/csv")
                .then()
                .statusCode(200);
        for (String key : List.of(
                "{\"name\":\"a\\u0000b\",\"scopes\":[\"signals\"]}",
                "{\"name\":\"\\ud800\",\"scopes\":[\"signals\"]}",
                "{\"name\":\"k\",\"scopes\":[\"signals\"],\"expiresAt\":\"+10000-01-01T00:00:00Z\"}",
                "{\"name\":\"k\",\"scopes\":[\"signals\"],\"expiresAt\":\"-300000-01-01T00:00:00Z\"}")) {
            problem(given().body(key).post("/admin/keys").then(), 422, "wrong-key");
        }
    }

    private static RequestSpecification asItIs() {
        return given().urlEncodingEnabled(false);
    }

    private static void malformed(Response answer) {
        problem(answer.then(), 400, "malformed-event");
    }

    @Test
    void aKeyThatFillsTheBodyIsRefusedAndKept() {
        problem(
                given().contentType(STRUCTURED)
                        .body(event("full", "/crm", "order.placed", "stripe:" + "x".repeat(1_000_000), past(), "{}"))
                        .post("/signals")
                        .then(),
                400,
                "malformed-event");
    }

    @Test
    void moreThanAMebibyteIsTooLarge() {
        for (int size : new int[] {(1 << 20) + 1, 10 << 20}) {
            problem(
                    given().contentType(STRUCTURED)
                            .body("x".repeat(size))
                            .post("/signals")
                            .then(),
                    413,
                    "too-large");
        }
        problem(
                given().contentType("application/json")
                        .body("x".repeat(2 << 20))
                        .put("/customers/c1")
                        .then(),
                413,
                "too-large");
    }

    @Test
    void anUnknownContentTypeIsTold() {
        problem(
                given().contentType("text/plain").body("hello").post("/signals").then(),
                415,
                "unsupported-content-type");
        problem(
                given().contentType("application/json")
                        .body("{}")
                        .post("/signals")
                        .then(),
                415,
                "unsupported-content-type");
    }

    @Test
    void bytesThatAreNoUtf8AreMalformed() {
        byte[] latin =
                event("latin", "/crm", "complaint.filed", "é", past(), "{}").getBytes(StandardCharsets.ISO_8859_1);

        problem(given().contentType(STRUCTURED).body(latin).post("/signals").then(), 400, "malformed-json");
    }

    @Test
    void aBinaryEventWithoutABodyIsMalformed() {
        problem(
                given().contentType("application/json")
                        .header("ce-specversion", "1.0")
                        .header("ce-id", "empty")
                        .header("ce-source", "/crm")
                        .header("ce-type", "order.placed")
                        .header("ce-subject", "c")
                        .header("ce-time", past())
                        .post("/signals")
                        .then(),
                400,
                "malformed-json");
    }

    @Test
    void aBadCustomerRecordIsToldByField() {
        problem(
                        given().contentType("application/json")
                                .body("{\"segment\":\"wholesale\"}")
                                .put("/customers/c9")
                                .then(),
                        422,
                        "wrong-customer")
                .body("detail", containsString("segment"))
                .body("detail", containsString("b2b, b2c"));
        problem(
                given().contentType("application/json")
                        .body("{")
                        .put("/customers/c9")
                        .then(),
                400,
                "malformed-json");
    }

    /** Whatever it becomes on its way to where it is kept, the broker takes it: nobody is told to send it for ever. */
    @ParameterizedTest
    @ValueSource(ints = {900 << 10, (1 << 20) - 400})
    void whatIsJustUnderTheLimitIsTakenOrRefused(int size) {
        String letters = "x".repeat(size);
        given().contentType("application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", "large-binary")
                .header("ce-source", "/crm")
                .header("ce-type", "order.placed")
                .header("ce-subject", "c")
                .header("ce-time", past())
                .body(letters)
                .post("/signals")
                .then()
                .statusCode(400);
        String unknown = event("large", "/crm", "no.such-type", "c", past(), "{\"text\":\"" + letters + "\"}");
        given().contentType(STRUCTURED).body(unknown).post("/signals").then().statusCode(422);
        String escaped = event(
                "large-batch", "/crm", "no.such", "c", past(), "{\"a\":\"\\ud800" + "é".repeat(size / 2 - 200) + "\"}");
        given().contentType("application/cloudevents-batch+json; charset=utf-8")
                .body(("[" + escaped + "]").getBytes(StandardCharsets.UTF_8))
                .post("/signals")
                .then()
                .statusCode(anyOf(equalTo(400), equalTo(422)));
        given().contentType("application/json")
                .body("{\"currency\":\"?\",\"name\":\"" + letters + "\"}")
                .put("/customers/large-1")
                .then()
                .statusCode(422);
        given().contentType("application/json")
                .body("{\"name\":\"" + letters + "\"}")
                .put("/customers/large-1")
                .then()
                .statusCode(202);
        given().contentType("application/json")
                .body("{\"id\":\"large-hook\",\"type\":\"order.placed\",\"data\":{\"customer\":\"c\",\"amount\":\""
                        + letters + "\"}}")
                .post("/sources/standard-webhooks")
                .then()
                .statusCode(422);
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String reason) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:vigie:problem:" + reason))
                .body("title", notNullValue())
                .body("status", equalTo(status))
                .body("detail", not(containsString("at io.vigie")))
                .body("detail", notNullValue());
    }

    private static Arguments bad(String what, int status, String reason, String body) {
        return Arguments.of(what, status, reason, body);
    }

    private static String past() {
        return "2025-03-01T10:00:00Z";
    }

    private static String event(String id, String source, String type, String customer, String time, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"%s","type":"%s","subject":"%s","time":"%s","data":%s}""".formatted(id, source, type, customer, time, data);
    }
}
