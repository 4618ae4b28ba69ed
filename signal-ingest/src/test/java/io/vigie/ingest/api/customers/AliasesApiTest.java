package io.vigie.ingest.api.customers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Topic;
import io.vigie.events.wire.Via;
import io.vigie.ingest.api.signals.Topics;
import io.vigie.ingest.stream.Delivery;
import io.vigie.ingest.stream.Publisher;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One customer has many keys, and what comes under a key that nobody knows yet waits for it. */
@QuarkusTest
@WithTestResource(BackendsResource.class)
class AliasesApiTest {
    private static final String STRUCTURED = "application/cloudevents+json";

    @Inject
    Publisher publisher;

    @Test
    void severalRowsOfOneCustomerTeachTheKeysOfEach() {
        given().body("""
                        {"id":"al-twice","time":"2025-01-01T00:00:00Z","aliases":{"stripe":["cus_twice-1"]}}
                        {"id":"al-twice","time":"2025-01-02T00:00:00Z","aliases":{"stripe":["cus_twice-2"]}}
                        """).post("/imports/customers").then().statusCode(200).body("customers", equalTo(2));

        given().get("/customers/al-twice/aliases")
                .then()
                .body("aliases.stripe", equalTo(List.of("cus_twice-1", "cus_twice-2")));
    }

    @Test
    void keysAreAddedShownAndTakenAway() {
        put("al-1", "{\"stripe\":[\"cus_al1\"],\"email\":\"Al1@Example.org\"}").statusCode(200);
        put("al-1", "{\"phone\":[\"01 99 00 00 01\"]}")
                .statusCode(200)
                .body("aliases.stripe", equalTo(List.of("cus_al1")))
                .body("aliases.email", equalTo(List.of("al1@example.org")))
                .body("aliases.phone", equalTo(List.of("+33199000001")));

        given().delete("/customers/al-1/aliases/email/AL1@example.org").then().statusCode(204);

        given().delete("/customers/al-1/aliases/email/al1@example.org").then().statusCode(404);
        given().get("/customers/al-1/aliases").then().body("aliases.containsKey('email')", equalTo(false));
        put("al-1", "{}").statusCode(422);
        put("al-1", "{\"stripe\":[17]}").statusCode(422);
    }

    @Test
    void aKeyOfSomebodyElseIsTakenFromThemOnlyOnPurpose() {
        put("al-2", "{\"stripe\":[\"cus_al2\"]}").statusCode(200);

        put("al-3", "{\"hubspot\":[\"7\"],\"stripe\":[\"cus_al2\"]}")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:vigie:problem:alias-conflict"))
                .body("detail", containsString("al-2"));
        given().get("/customers/al-3/aliases").then().body("aliases.size()", equalTo(0));

        given().body("{\"stripe\":[\"cus_al2\"]}")
                .put("/customers/al-3/aliases?move=true")
                .then()
                .statusCode(200)
                .body("aliases.stripe", equalTo(List.of("cus_al2")));
        given().get("/customers/al-2/aliases").then().body("aliases.size()", equalTo(0));
    }

    @Test
    void whatWaitsForAKeyIsTakenByItselfWhenItBecomesKnown() {
        signal("al-w1", "stripe:cus_al4")
                .statusCode(202)
                .body("accepted", equalTo(0))
                .body("waiting", equalTo(1))
                .body("reason", equalTo("unknown-customer"))
                .body("waitsFor", equalTo(List.of("stripe:cus_al4")));
        given().contentType("application/cloudevents-batch+json")
                .body("[" + event("al-w2", "stripe:cus_al4") + "]")
                .post("/signals")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(0))
                .body("waiting", equalTo(1))
                .body("results[0].reason", equalTo("unknown-customer"));
        await().until(() -> waiting("al-w1") && waiting("al-w2"));

        put("al-4", "{\"stripe\":[\"cus_al4\"]}").statusCode(200);

        await().until(() -> !waiting("al-w1") && !waiting("al-w2"));
        assertThat(Topics.event(Topic.SIGNALS, "al-w1").key()).isEqualTo("al-4");
        assertThat(Topics.event(Topic.SIGNALS, "al-w2").key()).isEqualTo("al-4");
        signal("al-w3", "stripe:cus_al4").statusCode(202);
        assertThat(Topics.event(Topic.SIGNALS, "al-w3").key()).isEqualTo("al-4");
    }

    @Test
    void whatCameToWaitWhileItsKeyWasLearnedIsTakenToo() {
        put("al-5", "{\"stripe\":[\"cus_al5\"]}").statusCode(200);
        byte[] raw = event("al-race", "stripe:cus_al5").getBytes(StandardCharsets.UTF_8);

        Delivery delivery = publisher.begin();
        delivery.send(
                new Refused(
                        "unknown-customer",
                        "nobody was known by it a moment ago",
                        Via.SIGNALS,
                        "/al",
                        Optional.empty(),
                        STRUCTURED,
                        Refused.encode(raw),
                        Instant.now(),
                        List.of("stripe:cus_al5")),
                "stripe:cus_al5");
        delivery.await();

        await().untilAsserted(() ->
                assertThat(Topics.event(Topic.SIGNALS, "al-race").key()).isEqualTo("al-5"));
    }

    @Test
    void keysAreLearnedFromTheCustomersRecord() {
        signal("al-r1", "email:al6@example.org").statusCode(202).body("waiting", equalTo(1));
        await().until(() -> waiting("al-r1"));

        given().body("""
                        {"contact":{"email":"Al6@Example.org","phone":"+33 1 99 00 00 06"},"aliases":{"zendesk":["606"]}}""").put("/customers/al-6").then().statusCode(202);

        await().untilAsserted(() ->
                assertThat(Topics.event(Topic.SIGNALS, "al-r1").key()).isEqualTo("al-6"));
        signal("al-r2", "zendesk:606").statusCode(202);
        signal("al-r3", "phone:0199000006").statusCode(202);
        assertThat(Topics.event(Topic.SIGNALS, "al-r3").key()).isEqualTo("al-6");
    }

    @Test
    void aRecordThatNamesSomebodyElsesKeyIsTakenAndItsKeyKeptForMending() {
        put("al-7", "{\"email\":[\"al7@example.org\"]}").statusCode(200);

        given().body("{\"contact\":{\"email\":\"al7@example.org\"}}")
                .put("/customers/al-8")
                .then()
                .statusCode(202)
                .body("conflict", containsString("al-7"));

        String id = await().until(
                        () -> given().get("/quarantine?reason=alias-conflict")
                                .path("items.find { it.key == 'al-8' }.id"),
                        found -> found != null);
        given().body("{\"email\":[\"al7@example.org\"]}")
                .put("/customers/al-8/aliases?move=true")
                .then()
                .statusCode(200);
        given().post("/quarantine/resend?reason=alias-conflict").then().body("resent", equalTo(1));
        given().get("/quarantine/" + id).then().body("status", equalTo("resent"));
    }

    @Test
    void aSubjectOfNoKnownSystemIsTheCustomersIdAsItStands() {
        signal("al-urn", "urn:crm:9").statusCode(202);

        assertThat(Topics.event(Topic.SIGNALS, "al-urn").key()).isEqualTo("urn:crm:9");
    }

    private static boolean waiting(String text) {
        List<String> ids = given().get("/quarantine?reason=unknown-customer&status=open&limit=500")
                .path("items.id");
        return ids.stream()
                .anyMatch(id -> given().get("/quarantine/" + id).asString().contains(text));
    }

    private static ValidatableResponse put(String customer, String aliases) {
        return given().body(aliases).put("/customers/" + customer + "/aliases").then();
    }

    private static ValidatableResponse signal(String id, String subject) {
        return given().contentType(STRUCTURED)
                .body(event(id, subject))
                .post("/signals")
                .then();
    }

    private static String event(String id, String subject) {
        return """
                {"specversion":"1.0","id":"%s","source":"/al","type":"complaint.filed","subject":"%s","time":"2025-03-01T10:00:00Z","data":{}}""".formatted(id, subject);
    }
}
