package io.vigie.retention.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vigie.events.customer.Segment;
import io.vigie.retention.ARisk;
import io.vigie.retention.Broker;
import io.vigie.retention.store.ContactCard;
import io.vigie.retention.store.ContactCards;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class InterviewsTest {
    @Inject
    Broker broker;

    @Inject
    ContactCards cards;

    @Inject
    InterviewDesk desk;

    @Test
    void whatWasHeardIsKeptByItsQuestions() {
        known("leaver-1");

        heard(
                        "leaver-1",
                        "\"event\": \"The third wrong invoice.\", \"real\": \"relationship\", \"approachable\": \"no\"")
                .then()
                .statusCode(204);

        api().queryParam("customer", "leaver-1")
                .get("/interviews")
                .then()
                .body("[0].answeredBy", equalTo("agent"))
                .body("[0].answers.byQuestion.event", equalTo("The third wrong invoice."));
        String id = api().queryParam("customer", "leaver-1").get("/interviews").path("[0].id");
        given().auth()
                .preemptive()
                .basic("manager", "manager")
                .queryParam("about", "interview/" + id)
                .get("/audit")
                .then()
                .body("deed", contains("record interview"));
    }

    @Test
    void anAnswerThatDoesNotFitIsRefusedByItsQuestion() {
        known("leaver-2");

        heard("leaver-2", "\"real\": \"boredom\"").then().statusCode(400).body("detail", containsString("real: "));
        heard("leaver-2", "\"event\": \" \"").then().statusCode(400);
        heard("nobody-at-all", "\"event\": \"x\"").then().statusCode(422);
    }

    @Test
    void aLinkAsksThreeQuestionsOnceAndWithoutSigningIn() {
        known("leaver-3");
        String path = desk.link("leaver-3", Optional.empty()).orElseThrow().replaceFirst("^https://[^/]+", "");

        given().get(path).then().statusCode(200).body(containsString("Le motif donné"));
        given().formParam("kept", "Une réponse")
                .formParam("stated", "service")
                .post(path)
                .then()
                .statusCode(200)
                .body(containsString("Merci"));

        given().get(path).then().statusCode(404);
        given().get("/questions/00").then().statusCode(404);
        assertThat(api().queryParam("customer", "leaver-3")
                        .get("/interviews")
                        .<String>path("[0].answers.byQuestion.kept"))
                .isEqualTo("Une réponse");
        assertThat(broker.toldOf("leaver-3", 2))
                .extracting(event -> event.data().getClass().getSimpleName())
                .containsExactly("InterviewAsked", "InterviewHeld");
    }

    @Test
    void whoSaysNoIsNotAskedBackAnyMore() {
        known("leaver-4");
        broker.tells(
                "leaver-4-left",
                ARisk.of("leaver-4").in(Segment.B2B).worth(8_000).leftAt(ARisk.TUESDAY.minus(Duration.ofDays(11))));
        broker.toldOf("leaver-4", 2);

        heard("leaver-4", "\"approachable\": \"no\", \"elsewhere\": \"2027-03-01\"")
                .then()
                .statusCode(204);

        api().queryParam("customer", "leaver-4")
                .get("/cases")
                .then()
                .body("[0].status", equalTo("closed-without-action"))
                .body("[0].because", equalTo("declined"));
    }

    private void known(String customer) {
        broker.tellsEnciphered(Broker.customer("""
                {"id": "%s", "time": "2026-03-01T00:00:00Z", "name": "Alix", "language": "fr"}""".formatted(customer)));
        await().until(() -> cards.find(customer).flatMap(ContactCard::name).isPresent());
    }

    private static Response heard(String customer, String answers) {
        return api().body("{\"customer\": \"" + customer + "\", \"answers\": {" + answers + "}}")
                .post("/interviews");
    }

    private static RequestSpecification api() {
        return given().auth().preemptive().basic("agent", "agent").contentType(ContentType.JSON);
    }
}
