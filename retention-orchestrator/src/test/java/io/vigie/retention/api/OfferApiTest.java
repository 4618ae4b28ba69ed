package io.vigie.retention.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vigie.events.customer.Segment;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.signal.Cause;
import io.vigie.retention.ARisk;
import io.vigie.retention.Broker;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class OfferApiTest {
    @Inject
    Broker broker;

    @Test
    void aLargeOfferIsMadeOnlyWithASecondPersonsWordAndWithinTheMonthsBudget() {
        String task = callWithADiscount("offer-large", 2_000);

        accepted(task).statusCode(409).body("type", equalTo("urn:vigie:problem:offer-needs-approval"));
        step("agent", task, "ask").statusCode(200).body("status", equalTo("asked"));
        as("agent").get("/offers").then().body("customer", hasItem("offer-large"));
        page("second").body(containsString("offer-large"));
        step("agent", task, "approve").statusCode(403);
        step("second", task, "approve").statusCode(200).body("status", equalTo("approved"));
        step("second", task, "refuse").statusCode(409).body("type", equalTo("urn:vigie:problem:offer-decided"));
        accepted(task).statusCode(200).body("outcome", equalTo("offer-accepted"));
        as("agent").get("/offers/" + task).then().body("status", equalTo("given"));
        as("agent").get("/offers").then().body("customer", not(hasItem("offer-large")));

        String beyond = callWithADiscount("offer-beyond", 15_000);
        step("manager", beyond, "ask").statusCode(200);
        step("manager", beyond, "approve").statusCode(409).body("type", equalTo("urn:vigie:problem:not-by-oneself"));
        step("second", beyond, "approve").statusCode(409).body("type", equalTo("urn:vigie:problem:offer-budget-spent"));
        step("second", beyond, "refuse").statusCode(200).body("because", equalTo("as it is"));
        as("agent").get("/offers/budget").then().body("find { it.offer == 'discount' }.spent", equalTo(1_200_00));
        as("manager")
                .queryParam("about", "task/" + task)
                .get("/audit")
                .then()
                .body("deed", hasItem("approve offer: discount"));
    }

    @Test
    void whatWasNeverToBeOfferedNobodyTakes() {
        broker.tells(
                "offer-none",
                ARisk.of("offer-none")
                        .in(Segment.B2B)
                        .worth(4_000)
                        .leavingFor(Cause.EXPERIENCE)
                        .atRisk());
        broker.toldOf("offer-none", 2);

        accepted(taskOf("offer-none", "call")).statusCode(409).body("type", equalTo("urn:vigie:problem:no-offer"));
        as("agent").get("/offers/no-id").then().statusCode(404);
    }

    @Test
    void forATaskThatIsOverNothingIsAskedApprovedOrLeftInTheBudget() {
        String asked = callWithADiscount("offer-over", 2_000);
        String approved = callWithADiscount("offer-idle", 2_000);
        int before = spent();
        step("agent", asked, "ask").statusCode(200);
        step("agent", approved, "ask").statusCode(200);
        step("second", approved, "approve").statusCode(200);
        assertThat(spent()).isGreaterThan(before);

        leftAlone("offer-over");
        leftAlone("offer-idle");

        as("agent").get("/offers").then().body("customer", not(hasItem("offer-over")));
        step("second", asked, "approve").statusCode(409).body("type", equalTo("urn:vigie:problem:task-not-free"));
        step("agent", asked, "ask").statusCode(409).body("type", equalTo("urn:vigie:problem:task-not-free"));
        assertThat(spent()).isEqualTo(before);
    }

    private static int spent() {
        return as("agent")
                .get("/offers/budget")
                .jsonPath()
                .getInt("findAll { it.offer == 'discount' }.collect { it.spent }.sum() ?: 0");
    }

    private static void leftAlone(String customer) {
        as("agent")
                .body("{\"because\":\"they asked for it\"}")
                .post("/customers/" + customer + "/overrule")
                .then()
                .statusCode(200);
    }

    /** Who has given notice is nearly sure to leave, so that a discount pays. */
    private String callWithADiscount(String customer, long worth) {
        broker.tells(
                customer,
                ARisk.of(customer)
                        .worth(worth)
                        .leavingFor(Cause.PRICE)
                        .level(RiskLevel.URGENT, 0.95)
                        .open("termination.notified", ARisk.TUESDAY));
        broker.toldOf(customer, 3);
        confirmed(customer);
        return taskOf(customer, "call");
    }

    /** Nobody is called before their notice is confirmed. */
    private static void confirmed(String customer) {
        as("agent")
                .body("{\"outcome\":\"sent\"}")
                .post("/tasks/" + taskOf(customer, "message") + "/complete")
                .then()
                .statusCode(200);
    }

    private static String taskOf(String customer, String action) {
        List<Map<String, String>> tasks = as("agent")
                .queryParam("customer", customer)
                .get("/cases")
                .then()
                .extract()
                .path("[0].tasks");
        return tasks.stream()
                .filter(task -> task.get("action").equals(action))
                .findFirst()
                .orElseThrow()
                .get("id");
    }

    private static ValidatableResponse accepted(String task) {
        return as("agent")
                .body("{\"outcome\":\"offer-accepted\"}")
                .post("/tasks/" + task + "/complete")
                .then();
    }

    private static ValidatableResponse step(String who, String task, String step) {
        return as(who).body("{\"because\":\"as it is\"}")
                .post("/offers/" + task + "/" + step)
                .then();
    }

    private static ValidatableResponse page(String who) {
        String cookie = given().redirects()
                .follow(false)
                .formParam("j_username", who)
                .formParam("j_password", who)
                .post("/j_security_check")
                .cookie("quarkus-credential");
        return given().cookie("quarkus-credential", cookie)
                .get("/desk/offers")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String who) {
        return given().auth().preemptive().basic(who, who).contentType(ContentType.JSON);
    }
}
