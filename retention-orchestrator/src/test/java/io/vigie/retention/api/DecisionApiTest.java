package io.vigie.retention.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.DecisionOverruled;
import io.vigie.retention.ARisk;
import io.vigie.retention.Broker;
import io.vigie.retention.policy.PolicyText;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What was decided can be seen through, looked up in the law, and set aside by a person. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class DecisionApiTest {
    @Inject
    Broker broker;

    @Test
    void whoIsLeftAloneCanBeLookedThroughAndAPersonMayDecideOtherwise() {
        broker.tells(
                "d-alone-1",
                ARisk.of("d-alone").worth(150).atRisk().saidNothing().reachableBy());
        broker.toldOf("d-alone", 1);

        as("agent").queryParam("reason", "no-consent").get("/no-actions").then().body("customer", hasItem("d-alone"));
        as("agent")
                .queryParam("customer", "d-alone")
                .get("/no-actions")
                .then()
                .body("[0].trace.rule", equalTo("row-7-no-channel"))
                .body("[0].trace.inputs.name", hasItems("level", "reachable"));
        overrule("d-alone", "letter", "knows us from school")
                .then()
                .statusCode(409)
                .body("detail", containsString("the law does not permit it"));
    }

    @Test
    void aCaseIsTurnedToAnotherActionWithWhoAndWhy() {
        broker.tells(
                "d-other-1", ARisk.of("d-other").in(Segment.B2B).worth(4_000).atRisk());
        broker.toldOf("d-other", 2);

        overrule("d-other", "letter", "asked not to be called")
                .then()
                .statusCode(200)
                .body("[0].tasks.status", hasItems("cancelled", "assigned"))
                .body("[0].tasks.rule", hasItem("chosen-by-a-person"));

        assertThat(broker.toldOf("d-other", 5))
                .extracting(event -> event.data())
                .anySatisfy(data -> assertThat(data).isInstanceOfSatisfying(DecisionOverruled.class, told -> {
                    assertThat(told.now()).isEqualTo(Optional.of(Action.LETTER));
                    assertThat(told.by()).startsWith("@");
                }));
        as("manager")
                .queryParam("about", "customer/d-other")
                .get("/audit")
                .then()
                .body("[0].who", equalTo("agent"))
                .body("[0].because", equalTo("asked not to be called"));
    }

    @Test
    void aCaseIsClosedByAPersonAndNothingIsLeftToSetAside() {
        broker.tells("d-none-1", ARisk.of("d-none").in(Segment.B2B).worth(4_000).atRisk());
        broker.toldOf("d-none", 2);

        overrule("d-none", "", "is a test account")
                .then()
                .statusCode(200)
                .body("[0].status", equalTo("closed-without-action"))
                .body("[0].because", equalTo("overruled"));
        overrule("d-none", "", "again").then().statusCode(409);
        overrule("d-none", "call", "").then().statusCode(400).body("detail", containsString("say why"));
        overrule("d-nobody", "call", "who is it").then().statusCode(404);
    }

    @Test
    void theLawIsAskedChannelByChannel() {
        broker.tells("d-law-1", ARisk.of("d-law").in(Segment.B2C).worth(150).atRisk());
        broker.toldOf("d-law", 1);

        as("agent")
                .queryParam("at", "2026-03-03T05:00:00Z")
                .get("/customers/d-law/permissions")
                .then()
                .statusCode(200)
                .body("find { it.channel == 'phone' }.because", equalTo("outside-hours"))
                .body("find { it.channel == 'phone' }.from", equalTo("2026-03-03T09:00:00Z"))
                .body("find { it.channel == 'email' }.because", equalTo("consent"))
                .body("find { it.channel == 'email' }.proof", equalTo("proof"))
                .body("find { it.channel == 'letter' }.text", containsString("RGPD"));
        as("agent")
                .queryParam("at", "soon")
                .get("/customers/d-law/permissions")
                .then()
                .statusCode(400);
        as("agent").get("/customers/d-unheard-of/permissions").then().statusCode(404);
    }

    @Test
    void theAccountManagerNeverSeesACaseAboutAnIncidentWithThemselves() {
        broker.tells(
                "d-incident-1",
                ARisk.of("d-incident")
                        .in(Segment.B2B)
                        .worth(6_000)
                        .atRisk()
                        .open("incident.with-account-manager", ARisk.TUESDAY));
        broker.toldOf("d-incident", 2);
        String id = as("agent")
                .queryParam("customer", "d-incident")
                .get("/cases")
                .then()
                .body("", hasSize(1))
                .extract()
                .path("[0].id");

        as("am-north").queryParam("customer", "d-incident").get("/cases").then().body("", hasSize(0));
        as("am-north").get("/cases/" + id).then().statusCode(404);
        as("am-north").get("/tasks").then().body("customer", not(hasItem("d-incident")));

        String staff = "{\"teams\":[\"account-managers\"],\"accountManager\":\"am-north\"}";
        as("manager").body(staff).put("/people/second").then().statusCode(200);
        as("second").get("/cases/" + id).then().statusCode(404);
        as("manager").delete("/people/second").then().statusCode(204);
        as("second").get("/cases/" + id).then().statusCode(200);
        as("agent").get("/tasks").then().body("customer", hasItem("d-incident"));
    }

    @Test
    void saveRatesSayWhetherTheyAreLearned() {
        as("agent")
                .get("/save-rates")
                .then()
                .statusCode(200)
                .body(
                        "find { it.action == 'call' && it.segment == 'b2c' && !it.afterNotice }.priorMean",
                        equalTo(0.06f))
                .body("origin", hasItem("prior"));
    }

    @Test
    void aPolicyIsDraftedByOneApprovedByAnotherAndLiveFromAnInstant() {
        Map<String, String> draft = draftOf("api-spring");

        String tag = as("manager")
                .body(draft)
                .post("/policies")
                .then()
                .statusCode(201)
                .body("state", equalTo("draft"))
                .body("author", equalTo("manager"))
                .extract()
                .header("ETag");
        as("manager").body(draft).post("/policies").then().statusCode(409);
        as("manager")
                .post("/policies/api-spring/approval")
                .then()
                .statusCode(409)
                .body("detail", containsString("another person"));
        as("manager").body("{}").post("/policies/api-spring/publication").then().statusCode(409);
        as("second")
                .header("If-Match", tag)
                .post("/policies/api-spring/approval")
                .then()
                .statusCode(200)
                .body("approvedBy", equalTo("second"));
        as("second")
                .header("If-Match", tag)
                .body("{}")
                .post("/policies/api-spring/publication")
                .then()
                .statusCode(412);
        as("second")
                .body("{\"from\": \"2020-01-01T00:00:00Z\"}")
                .post("/policies/api-spring/publication")
                .then()
                .statusCode(409)
                .body("detail", containsString("seconds ahead"));
        as("second")
                .body("{\"from\": \"2040-01-01T00:00:00Z\"}")
                .post("/policies/api-spring/publication")
                .then()
                .statusCode(200)
                .body("state", equalTo("scheduled"));
        as("manager")
                .queryParam("about", "policy/api-spring")
                .get("/audit")
                .then()
                .body("who", equalTo(List.of("second", "second", "manager")));
        as("manager")
                .queryParam("from", "default-2")
                .queryParam("lang", "fr")
                .get("/policies/api-spring/difference")
                .then()
                .body("", hasItem("actions.call.cost valait 13 et vaut désormais 14."));
        as("manager")
                .get("/policies/api-spring")
                .then()
                .body("rows[0].sentence", containsString("no action"))
                .body("figures.find { it.path == 'contactLimits.1.most' }.origin", containsString("harassment"));
    }

    @Test
    void whatIsLiveFromAnInstantDecidesFromThenOn() {
        as("manager").body(draftOf("api-summer")).post("/policies").then().statusCode(201);
        as("second").post("/policies/api-summer/approval").then().statusCode(200);
        as("second")
                .body("{\"from\": \"2039-01-01T00:00:00Z\"}")
                .post("/policies/api-summer/publication")
                .then()
                .statusCode(200);

        Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            String customer = "d-switch-" + System.nanoTime();
            broker.tells(
                    customer,
                    ARisk.of(customer).in(Segment.B2B).worth(4_000).atRisk().at(Instant.parse("2039-02-01T10:00:00Z")));
            broker.toldOf(customer, 2);
            as("agent")
                    .queryParam("customer", customer)
                    .get("/cases")
                    .then()
                    .body("[0].decision.policy", equalTo("api-summer"));
        });
        broker.tells(
                "d-before", ARisk.of("d-before").in(Segment.B2B).worth(4_000).atRisk());
        broker.toldOf("d-before", 2);
        as("agent")
                .queryParam("customer", "d-before")
                .get("/cases")
                .then()
                .body("[0].decision.policy", equalTo("default-2"));
    }

    @Test
    void whatADraftWouldDoIsToldBesideTheLivePolicy() {
        broker.tells(
                "d-rehearsal",
                ARisk.of("d-rehearsal").in(Segment.B2B).worth(4_000).atRisk());
        broker.toldOf("d-rehearsal", 2);
        aHundredDaysPass();
        as("manager").body(draftOf("api-rehearsed")).post("/policies").then().statusCode(201);

        as("manager")
                .body("{\"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2026-12-01T00:00:00Z\"}")
                .post("/policies/api-rehearsed/simulations")
                .then()
                .statusCode(200)
                .body("live", equalTo("default-2"))
                .body("result.customers", greaterThan(0))
                .body("result.share", equalTo(1.0f))
                .body("result.live.tasks.'account-managers'", not(anEmptyMap()))
                .body("result.live.decisions.call", greaterThan(0))
                .body("result.unseen", equalTo(0))
                .body("effect.decisions", greaterThan(0))
                .body("effect.finding", not(equalTo("nothing-known-yet")))
                .body("says", not(equalTo("")));
        as("manager").post("/policies/api-rehearsed/simulations").then().statusCode(200);
        as("manager")
                .body("{\"from\": \"2026-12-01T00:00:00Z\", \"to\": \"2026-01-01T00:00:00Z\"}")
                .post("/policies/api-rehearsed/simulations")
                .then()
                .statusCode(400)
                .body("detail", equalTo("from must be before to."));
        as("agent").post("/policies/api-rehearsed/simulations").then().statusCode(403);
        as("manager").post("/policies/api-unheard-of/simulations").then().statusCode(404);
    }

    /** So that outcomes are known: in a replay the time is that of the latest event. */
    private void aHundredDaysPass() {
        broker.tells(
                "d-later",
                ARisk.of("d-later").in(Segment.B2B).worth(4_000).atRisk().at(ARisk.TUESDAY.plus(Duration.ofDays(100))));
        broker.toldOf("d-later", 2);
    }

    @Test
    void aFlawedPolicyIsRefusedNamingTheRowAndOnlyManagersMayTry() {
        PolicyText shipped = PolicyText.shipped();
        Map<String, String> flawed =
                Map.of("table", shipped.table().replace(">&gt;= 50000<", ">&gt;= 4000<"), "figures", shipped.figures());

        as("manager")
                .body(flawed)
                .post("/policies")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("flaws.where", hasItem("row-10-value"));
        as("agent").body(flawed).post("/policies").then().statusCode(403);
        as("agent").get("/policies").then().statusCode(403);
        given().get("/audit").then().statusCode(401);
    }

    private static Map<String, String> draftOf(String version) {
        PolicyText shipped = PolicyText.shipped();
        return Map.of(
                "table",
                shipped.table(),
                "figures",
                shipped.figures().replace("default-2", version).replace("cost: 13,", "cost: 14,"));
    }

    private static Response overrule(String customer, String action, String because) {
        return as("agent")
                .body(Map.of("action", action, "because", because))
                .post("/customers/" + customer + "/overrule");
    }

    private static RequestSpecification as(String name) {
        return given().auth().preemptive().basic(name, name).contentType(ContentType.JSON);
    }
}
