package io.vigie.ingest.api.sources;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Topic;
import io.vigie.events.wire.Via;
import io.vigie.ingest.api.signals.BatchAnswer;
import io.vigie.ingest.api.signals.Topics;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackendsResource.class)
class WebhooksApiTest {
    private static final String JSON = "application/json";

    @Inject
    SourceIntake intake;

    @Inject
    KnownSources sources;

    @Test
    void aWebhookIsAPromiseKeptAndARepeatIsNoFault() {
        for (int time = 0; time < 2; time++) {
            post("standard-webhooks", complaint("hook-1", "cust-1"))
                    .statusCode(202)
                    .body("accepted", equalTo(1))
                    .body("ignored", equalTo(0))
                    .body("results[0].id", equalTo("hook-1"));
        }

        assertThat(Topics.all(Topic.SIGNALS))
                .filteredOn(record -> Topics.id(record).equals("hook-1"))
                .hasSize(2)
                .allMatch(record -> record.key().equals("cust-1"));
    }

    @Test
    void whatNobodyMapsIsIgnoredAndCounted() {
        post("stripe", "{\"id\":\"evt_other\",\"type\":\"customer.updated\",\"created\":1762077600}")
                .statusCode(202)
                .body("accepted", equalTo(0))
                .body("ignored", equalTo(1));

        given().get("/q/metrics").then().body(containsString("vigie_events_ignored_total{source=\"stripe\"}"));
        assertThat(Topics.refused("evt_other")).isEmpty();
    }

    @Test
    void ofADocumentOfManyEventsEachIsToldByItself() {
        post(
                        "standard-webhooks",
                        "[" + complaint("many-1", "cust-1") + ","
                                + complaint("many-2", "cust-1").replace("price", "mood")
                                + ",{\"type\":\"user.seen\"},7]")
                .statusCode(207)
                .body("accepted", equalTo(1))
                .body("ignored", equalTo(1))
                .body("results.index", contains(0, 1, 2, 3))
                .body("results.status", contains(202, 422, 202, 400))
                .body("results[1].reason", equalTo("wrong-attribute"));

        assertThat(Topics.refused("many-2")).singleElement().satisfies(kept -> {
            assertThat(kept.via()).isEqualTo(Via.SOURCE);
            assertThat(kept.source()).isEqualTo("/sources/standard-webhooks");
            assertThat(text(kept)).as("only the event itself").doesNotContain("many-1");
        });
        post("standard-webhooks", "[]").statusCode(202).body("results", hasSize(0));
    }

    @Test
    void whoeverIsNotKnownYetIsWaitedForWithoutTroublingTheSender() {
        String body = """
                {"id":"evt_waits","type":"invoice.payment_failed","created":1762077600,
                 "data":{"object":{"id":"in_1","customer":"cus_NobodyYet","amount_due":900,"currency":"eur"}}}""";

        post("stripe", body).statusCode(202).body("results[0].reason", equalTo("unknown-customer"));

        assertThat(Topics.refused("evt_waits")).singleElement().satisfies(kept -> {
            assertThat(kept.waitsFor()).containsExactly("stripe:cus_NobodyYet");
            assertThat(text(kept)).isEqualTo(body);
        });
    }

    @Test
    void whoIsErasedInHubSpotIsErasedHereOnceUnlessItIsACompany() {
        String person = "{\"segment\":\"b2c\",\"aliases\":{\"hubspot-contact\":[\"7001\"]}}";
        record("hub-person", person);
        record("hub-firm", "{\"segment\":\"b2b\",\"aliases\":{\"hubspot-contact\":[\"7002\"]}}");
        String deleted = """
                [{"eventId":91,"subscriptionType":"contact.privacyDeletion","occurredAt":1762164000000,"objectId":7001},
                 {"eventId":92,"subscriptionType":"contact.privacyDeletion","occurredAt":1762164000000,"objectId":7002}]""";

        post("hubspot", deleted)
                .statusCode(207)
                .body("accepted", equalTo(1))
                .body("results.status", contains(202, 422))
                .body("results[1].reason", equalTo("company-to-erase"));

        given().get("/customers/hub-person").then().statusCode(404);
        given().get("/customers/hub-firm").then().statusCode(200);
        given().get("/admin/erasures").then().body("by", hasItem("/sources/hubspot"));

        // when HubSpot tells it again of somebody who has come back since
        record("hub-person", person);
        post("hubspot", deleted).statusCode(207);
        given().get("/customers/hub-person").then().statusCode(200);
    }

    @Test
    void whatCannotBeReadIsToldAndKept() {
        problem(post("stripe", "{\"id\":\"evt_cut"), 400, "malformed-json");
        problem(post("stripe", ""), 400, "malformed-json");
        problem(post("stripe", "[".repeat(100_000)), 400, "malformed-json");
        problem(post("recurly", "<canceled_cut"), 400, "malformed-xml");
        problem(post("recurly", "<!DOCTYPE a [<!ENTITY b \"laughs\">]><a>&b;</a>"), 400, "malformed-xml");
        problem(post("salesforce-outbound", "<Envelope"), 400, "malformed-xml");

        assertThat(Topics.refused("evt_cut")).extracting(Refused::reason).containsExactly("malformed-json");
        assertThat(Topics.refused("laughs")).extracting(Refused::reason).containsExactly("malformed-xml");
    }

    @Test
    void aRefusedDocumentOfOneEventIsItsOwnProblem() {
        problem(post("standard-webhooks", complaint("one-bad", "")), 422, "missing-customer");
    }

    @Test
    void salesforceIsAcknowledgedOnceAllIsSafeWhateverBecameOfIt() {
        String message = """
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>
                <notifications xmlns="http://soap.sforce.com/2005/09/outbound"><OrganizationId>00DV1</OrganizationId>
                <Notification><Id>04l-good</Id><sObject xsi:type="sf:Case" xmlns:sf="urn:sf"><sf:Id>500-1</sf:Id>
                <sf:AccountId>001-acc</sf:AccountId><sf:Status>New</sf:Status></sObject></Notification>
                <Notification><Id>04l-none</Id><sObject xsi:type="sf:Case" xmlns:sf="urn:sf"><sf:Id>500-2</sf:Id>
                <sf:Status>New</sf:Status></sObject></Notification>
                </notifications></soapenv:Body></soapenv:Envelope>""";

        given().contentType("text/xml")
                .body(message)
                .post("/sources/salesforce-outbound")
                .then()
                .statusCode(200)
                .contentType("text/xml")
                .body(containsString("<Ack>true</Ack>"));

        assertThat(Topics.event(Topic.SIGNALS, "500-1/opened").key()).isEqualTo("001-acc");
        Refused kept = Topics.refused("04l-none").getFirst();
        assertThat(kept.reason()).isEqualTo("missing-customer");

        String mended = text(kept).replace("\"Status\"", "\"AccountId\":\"001-mended\",\"Status\"");
        BatchAnswer again = intake.take(
                sources.named("salesforce-outbound"), mended.getBytes(StandardCharsets.UTF_8), kept.contentType());
        assertThat(again.accepted()).isEqualTo(1);
        assertThat(Topics.event(Topic.SIGNALS, "500-2/opened").key()).isEqualTo("001-mended");
    }

    @Test
    void anIdInAHeaderIsKeptThroughMending() {
        String body = complaint("unused", "cust-1").replace("\"id\":\"unused\",", "");
        given().contentType(JSON)
                .header("Webhook-Id", "msg_first")
                .body(body)
                .post("/sources/standard-webhooks")
                .then()
                .statusCode(202)
                .body("results[0].id", equalTo("msg_first"));
        given().contentType(JSON)
                .header("Webhook-Id", "msg_second")
                .body(body.replace("price", "moood"))
                .post("/sources/standard-webhooks")
                .then()
                .statusCode(422);

        Refused kept = Topics.refused("moood").getFirst();
        byte[] mended = text(kept).replace("moood", "price").getBytes(StandardCharsets.UTF_8);
        assertThat(intake.take(sources.named("standard-webhooks"), mended, kept.contentType())
                        .results()
                        .getFirst()
                        .id())
                .hasValue("msg_second");
    }

    @Test
    void aDryRunShowsAndPublishesNothing() {
        post("standard-webhooks", complaint("before-dry", "cust-1"));
        int before = Topics.all(Topic.SIGNALS).size();

        given().contentType(JSON)
                .body(complaint("dry-1", "cust-1"))
                .post("/sources/standard-webhooks?dryRun=true")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .body(containsString("\"id\":\"dry-1\""));

        assertThat(Topics.all(Topic.SIGNALS)).hasSize(before);
    }

    @Test
    void filesGoToImportsAndWebhooksDoNot() {
        problem(post("csv", "id,type\n"), 409, "source-of-files");
        problem(post("nowhere", "{}"), 404, "unknown-source");
        problem(given().body("{}").post("/imports/stripe").then(), 422, "unreadable-file");
        problem(
                given().header("Content-Encoding", "gzip")
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                        .post("/sources/stripe")
                        .then(),
                415,
                "unsupported-content-type");
    }

    @Test
    void aSourceIsShown() {
        given().get("/sources/stripe")
                .then()
                .statusCode(200)
                .body("format", equalTo("json"))
                .body("auth", equalTo("stripe"))
                .body("own", equalTo(false));
        given().get("/sources")
                .then()
                .statusCode(200)
                .body("find { it.name == 'recurly' }.format", equalTo("xml"))
                .body("findAll { it.error != null }", equalTo(List.of()));
    }

    private static ValidatableResponse post(String source, String body) {
        String type = body.startsWith("<") ? "text/xml" : JSON;
        return given().contentType(type).body(body).post("/sources/" + source).then();
    }

    private static void problem(ValidatableResponse answer, int status, String reason) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:vigie:problem:" + reason))
                .body("detail", not(containsString("\tat ")));
    }

    private static String complaint(String id, String customer) {
        return """
                {"id":"%s","type":"complaint.filed","timestamp":"2025-11-03T09:00:00Z",\
                "data":{"customer":"%s","cause":"price"}}""".formatted(id, customer);
    }

    private static void record(String customer, String json) {
        given().body(json).put("/customers/" + customer).then().statusCode(202);
    }

    private static String text(Refused kept) {
        return new String(kept.decodeRaw(), StandardCharsets.UTF_8);
    }
}
