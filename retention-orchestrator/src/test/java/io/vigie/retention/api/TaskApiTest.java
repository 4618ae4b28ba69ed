package io.vigie.retention.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vigie.events.customer.Segment;
import io.vigie.retention.ARisk;
import io.vigie.retention.Broker;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class TaskApiTest {
    @Inject
    Broker broker;

    @Test
    void theQueueSaysWhoWhyAndByWhenTheMostWorthFirst() {
        taskOf("api-little", 2_000);
        taskOf("api-large", 4_500);

        List<String> customers = api().queryParam("team", "call-centre")
                .get("/tasks")
                .then()
                .statusCode(200)
                .body("[0].why", hasItem("complaint.filed"))
                .body("[0].level", equalTo("at-risk"))
                .body("[0].status", equalTo("assigned"))
                .extract()
                .path("customer");
        assertThat(customers).containsSubsequence("api-large", "api-little");
    }

    @Test
    void theQueueComesInPages() {
        taskOf("api-page-1", 4_100);
        taskOf("api-page-2", 4_200);

        List<String> all = api().get("/tasks").then().extract().path("id");
        List<String> first =
                api().queryParam("limit", 1).get("/tasks").then().extract().path("id");
        List<String> rest = api().queryParam("after", first.getFirst())
                .get("/tasks")
                .then()
                .extract()
                .path("id");

        assertThat(first).hasSize(1);
        assertThat(rest).containsExactlyElementsOf(all.subList(1, all.size()));
    }

    @Test
    void aTaskIsTakenOnByOnePersonOnly() {
        String task = taskOf("api-claim", 4_000);

        claim(task, "agent-1").statusCode(200).body("status", equalTo("claimed"));
        claim(task, "agent-1").statusCode(200);
        claim(task, "agent-2")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:vigie:problem:task-not-free"));
        assertThat(broker.toldOf("api-claim", 3)).hasSize(3);
    }

    @Test
    void whatIsDoneStaysDone() {
        String task = taskOf("api-complete", 4_000);

        complete(task, "staying")
                .statusCode(200)
                .body("status", equalTo("done"))
                .body("outcome", equalTo("staying"));
        complete(task, "leaving").statusCode(409);
        claim(task, "agent-2").statusCode(409);
        api().queryParam("customer", "api-complete")
                .get("/cases")
                .then()
                .body("[0].status", equalTo("waiting"))
                .body("[0].tasks[0].outcome", equalTo("staying"));
    }

    @Test
    void aWrongOutcomeIsAnsweredWithTheWordsThereAre() {
        String task = taskOf("api-words", 4_000);

        complete(task, "happy").statusCode(400).body("detail", containsString("not-reached, promise, offer-accepted"));
        complete(task, "").statusCode(400).body("detail", containsString("offer-accepted"));
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        claim(UUID.randomUUID().toString(), "agent-1")
                .statusCode(404)
                .body("type", equalTo("urn:vigie:problem:unknown-task"));
        claim("no-id", "agent-1").statusCode(404);
        api().get("/cases/" + UUID.randomUUID()).then().statusCode(404);
        api().queryParam("team", "nobody").get("/tasks").then().statusCode(400);
        api().queryParam("status", "happy").get("/tasks").then().statusCode(400);
    }

    @Test
    void anIncidentWithTheAccountManagerNeverShowsInTheirQueue() {
        broker.tells("api-i-1", business("api-incident").worth(6_000).atRisk());
        broker.tells(
                "api-i-2",
                business("api-incident")
                        .worth(6_000)
                        .atRisk()
                        .at(ARisk.TUESDAY.plusSeconds(60))
                        .open("incident.with-account-manager", ARisk.TUESDAY));
        broker.toldOf("api-incident", 4);

        for (String status : List.of("open", "cancelled")) {
            api().queryParam("team", "account-managers")
                    .queryParam("status", status)
                    .get("/tasks")
                    .then()
                    .body("customer", not(hasItem("api-incident")));
        }
        api().queryParam("team", "sales-director").get("/tasks").then().body("customer", hasItem("api-incident"));
    }

    @Test
    void theSummaryCountsAndNamesWhoIsMostWorthAContact() {
        taskOf("api-summary", 4_900);

        api().get("/summary")
                .then()
                .statusCode(200)
                .body("casesByLatestAction.call", not(equalTo(0)))
                .body("casesByStatus.open", not(equalTo(0)))
                .body("mostWorthAContact.customer", not(empty()))
                .body("mostWorthAContact[0].reasons", contains("complaint.filed", "silence"));
    }

    @Test
    void strangersGetNothing() {
        given().get("/tasks").then().statusCode(401);
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/openapi").then().statusCode(200).body(containsString("/tasks/{id}/claim"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("vigie_retention_risks_total"));
    }

    private String taskOf(String customer, long worth) {
        broker.tells(customer + "-risk", business(customer).worth(worth).atRisk());
        broker.toldOf(customer, 2);
        return api().queryParam("customer", customer)
                .get("/cases")
                .then()
                .body("", hasSize(1))
                .body("[0].decision.rule", startsWith("row-"))
                .extract()
                .path("[0].tasks[0].id");
    }

    private static ValidatableResponse claim(String task, String by) {
        return api().body("{\"by\":\"" + by + "\"}")
                .post("/tasks/" + task + "/claim")
                .then();
    }

    private static ValidatableResponse complete(String task, String outcome) {
        return api().body("{\"outcome\":\"" + outcome + "\",\"note\":\"said so\"}")
                .post("/tasks/" + task + "/complete")
                .then();
    }

    private static RequestSpecification api() {
        return given().auth().preemptive().basic("agent", "agent").contentType(ContentType.JSON);
    }

    private static ARisk business(String customer) {
        return ARisk.of(customer).in(Segment.B2B);
    }
}
