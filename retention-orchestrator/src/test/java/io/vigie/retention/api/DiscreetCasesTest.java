package io.vigie.retention.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vigie.events.customer.Segment;
import io.vigie.events.risk.RiskLevel;
import io.vigie.retention.ARisk;
import io.vigie.retention.Broker;
import io.vigie.retention.store.Cases;
import io.vigie.retention.store.ContactCard;
import io.vigie.retention.store.ContactCards;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is about an account manager reaches them by no door. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class DiscreetCasesTest {
    private static final String CUSTOMER = "d-hushed";

    @Inject
    Broker broker;

    @Inject
    ContactCards cards;

    @Inject
    Cases cases;

    @Test
    void nothingOfACaseAboutTheAccountManagerIsToldToThemWhereverTheyLook() {
        broker.tellsEnciphered(Broker.customer("""
                {"id": "d-hushed", "time": "2026-03-01T00:00:00Z", "name": "Dupont", "language": "fr",
                 "contact": {"address": "1 quai, Paris"}}"""));
        await().until(() -> cards.find(CUSTOMER).flatMap(ContactCard::name).isPresent());
        broker.tells(
                "d-hushed-1",
                ARisk.of(CUSTOMER)
                        .in(Segment.B2B)
                        .worth(20_000)
                        .atRisk()
                        .open("incident.with-account-manager", ARisk.TUESDAY));
        broker.toldOf(CUSTOMER, 2);
        String file = as("agent").queryParam("customer", CUSTOMER).get("/cases").path("[0].id");
        String task = as("agent").get("/cases/" + file).path("tasks[0].id");
        String visit = "/tasks/" + task + "/visit";
        as("agent").body("""
                        {"start": "2026-03-05T09:00:00Z", "end": "2026-03-05T10:00:00Z", "host": "host@example.com"}""").put(visit).then().statusCode(200);
        int letter = as("agent")
                .body("{\"customer\":\"d-hushed\",\"text\":\"apology\"}")
                .post("/letters")
                .path("number");
        as("agent")
                .body("{\"customer\":\"d-hushed\",\"answers\":{\"event\":\"a word\"}}")
                .post("/interviews")
                .then()
                .statusCode(204);
        List<String> messages = as("agent")
                .queryParam("limit", 1_000)
                .get("/outgoing")
                .path("findAll { it.customer == 'd-hushed' }.id");
        String batch = as("agent").post("/letters/batches").path("batch.id");

        List<String> lists = List.of(
                "/cases?customer=d-hushed",
                "/tasks?limit=1000",
                "/outgoing?limit=1000",
                "/letters?customer=d-hushed",
                "/interviews?customer=d-hushed",
                "/letters/batches?limit=1000");
        List<String> things = List.of(
                "/cases/" + file,
                "/cases/" + file + "/contacts",
                "/tasks/" + task,
                visit,
                "/tasks/" + task + "/brief",
                "/outgoing/" + messages.getFirst(),
                "/letters/" + letter,
                "/letters/" + letter + "/pdf",
                "/letters/batches/" + batch,
                "/letters/batches/" + batch + "/pdf",
                "/letters/batches/" + batch + "/addresses");
        List<String> pages = List.of("/desk/outgoing", "/desk/letters");
        List<String> pagesOfIt = List.of(
                "/desk/cases/" + file,
                "/desk/cases/" + file + "/acting",
                "/desk/outgoing/" + messages.getFirst(),
                "/desk/outgoing/" + messages.getFirst() + "/1",
                "/desk/letters/" + letter + "/pdf",
                "/desk/letters/batches/" + batch);

        lists.forEach(path -> {
            assertThat(as("agent").get(path).asString()).as(path).containsAnyOf(CUSTOMER, batch);
            assertThat(as("am-north").get(path).asString()).as(path).doesNotContain(CUSTOMER, batch);
        });
        things.forEach(path -> {
            assertThat(as("agent").get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(as("am-north").get(path).statusCode()).as(path).isEqualTo(404);
        });
        String agent = sessionOf("agent");
        String concerned = sessionOf("am-north");
        pages.forEach(path -> {
            assertThat(page(agent, path).asString()).as(path).containsAnyOf(CUSTOMER, batch);
            assertThat(page(concerned, path).asString()).as(path).doesNotContain(CUSTOMER, batch);
        });
        pagesOfIt.forEach(path -> {
            assertThat(page(agent, path).statusCode()).as(path).isEqualTo(200);
            assertThat(page(concerned, path).statusCode()).as(path).isEqualTo(404);
        });
        as("am-north").post("/tasks/" + task + "/claim").then().statusCode(404);
        as("am-north").delete(visit).then().statusCode(404);
        as("am-north")
                .body("{\"because\":\"as it is\"}")
                .post("/customers/d-hushed/overrule")
                .then()
                .statusCode(404);
        as("agent").get("/tasks/" + task).then().statusCode(200);
        broker.tells(
                "d-hushed-2",
                ARisk.of(CUSTOMER)
                        .in(Segment.B2B)
                        .worth(20_000)
                        .urgent()
                        .at(ARisk.TUESDAY.plusSeconds(60))
                        .lookedAfterBy("agent")
                        .open("incident.with-account-manager", ARisk.TUESDAY));
        await().until(() -> cases.latestOf(CUSTOMER)
                .filter(latest -> latest.level() == RiskLevel.URGENT)
                .isPresent());
        as("am-north").get("/tasks/" + task).then().statusCode(404);
        as("agent").get("/tasks/" + task).then().statusCode(200);
        assertThat(as("agent").get("/tasks/" + task).<String>path("status")).isEqualTo("assigned");
    }

    private static String sessionOf(String name) {
        return given().redirects()
                .follow(false)
                .formParam("j_username", name)
                .formParam("j_password", name)
                .post("/j_security_check")
                .cookie("quarkus-credential");
    }

    private static Response page(String session, String path) {
        return given().cookie("quarkus-credential", session).get(path);
    }

    private static RequestSpecification as(String name) {
        return given().auth().preemptive().basic(name, name).contentType(ContentType.JSON);
    }
}
