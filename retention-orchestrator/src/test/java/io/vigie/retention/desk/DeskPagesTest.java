package io.vigie.retention.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vigie.events.customer.ContactDetails;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.Segment;
import io.vigie.events.risk.RiskLevel;
import io.vigie.retention.ARisk;
import io.vigie.retention.Broker;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class DeskPagesTest {
    @Inject
    Broker broker;

    @Test
    void strangersAreShownTheWayIn() {
        given().redirects().follow(false).get("/desk").then().statusCode(302);
        assertThat(given().get("/login").asString()).contains("j_security_check");
    }

    @Test
    void theQueueIsReadInBothLanguages() {
        taskOf("desk-queue");

        assertThat(signedIn().get("/desk?lang=en").asString())
                .contains("desk-queue", "Complaint filed", "Call centre", "At risk", "Take it on");
        assertThat(signedIn().get("/desk?lang=fr&team=call-centre").asString())
                .contains("desk-queue", "Réclamation déposée", "À risque", "Prendre en charge");
    }

    @Test
    void aTaskIsTakenOnAndDoneOnThePage() {
        String task = taskOf("desk-work");

        assertThat(signedIn().post("/desk/tasks/" + task + "/claim").asString()).contains("Taken on by agent");
        assertThat(signedIn()
                        .formParam("outcome", "staying")
                        .formParam("note", "happy <again>")
                        .post("/desk/tasks/" + task + "/complete")
                        .asString())
                .contains("Staying")
                .doesNotContain("<button");
        assertThat(signedIn()
                        .formParam("outcome", "leaving")
                        .post("/desk/tasks/" + task + "/complete")
                        .asString())
                .contains("Somebody was faster");
    }

    @Test
    void leadsSayWhoWorksWhereAndAgentsSeeIt() {
        assertThat(signedInAs("manager")
                        .redirects()
                        .follow(false)
                        .formParam("id", "zoe")
                        .formParam("name", "Zoé")
                        .formParam("team", "letter-desk", "billing-desk")
                        .formParam("minutes", 240)
                        .formParam("languages", "fr, en")
                        .formParam("absentFrom", "2026-08-03")
                        .formParam("absentTo", "2026-08-21")
                        .post("/desk/staff/people")
                        .statusCode())
                .isEqualTo(303);
        assertThat(signedIn().get("/desk/staff?lang=fr").asString())
                .contains("Équipes et personnes", "Zoé", "2026-08-03", "Chacun choisit", "Centre d’appels")
                .doesNotContain("/desk/staff/people");
        assertThat(signedInAs("manager").get("/desk/staff?lang=en").asString())
                .contains("Teams and people", "People choose", "/desk/staff/people");
        signedIn().formParam("id", "x").post("/desk/staff/people").then().statusCode(403);
    }

    @Test
    void skillsAndHoursAreEnteredAndChangedOnThePage() {
        signedInAs("manager")
                .redirects()
                .follow(false)
                .formParam("id", "desk-skilled")
                .formParam("team", "call-centre")
                .formParam("action", "call")
                .formParam("segment", "b2b")
                .formParam("cause", "price", "service")
                .formParam("minutes", 240)
                .formParam("from", "09:00", "", "", "", "", "", "")
                .formParam("to", "12:30", "", "", "", "", "", "")
                .post("/desk/staff/people")
                .then()
                .statusCode(303);

        given().auth()
                .preemptive()
                .basic("manager", "manager")
                .get("/people/desk-skilled")
                .then()
                .body("hours.MONDAY.from", Matchers.startsWith("09:00"))
                .body("hours.size()", Matchers.is(1))
                .body("skills.causes", Matchers.containsInAnyOrder("price", "service"));
        assertThat(signedInAs("manager")
                        .get("/desk/staff?person=desk-skilled&lang=en")
                        .asString())
                .contains("value=\"12:30\"", "Monday 09:00", "value=\"desk-skilled\" readonly");
        assertThat(signedInAs("manager")
                        .formParam("id", "desk-skilled")
                        .formParam("team", "call-centre")
                        .formParam("minutes", 240)
                        .formParam("from", "09:00")
                        .formParam("to", "")
                        .post("/desk/staff/people")
                        .asString())
                .contains("say from when to when");
    }

    @Test
    void anOpenQueueHearsThatTasksHaveChanged() {
        assertThat(signedIn().get("/desk").asString())
                .contains("data-changes=\"/desk/changes\"", "/desk-assets/queue.js");
        assertThat(given().get("/desk-assets/queue.js").asString()).contains("EventSource");
        given().redirects().follow(false).get("/desk/changes").then().statusCode(302);
    }

    @Test
    void aTaskIsGivenBackPutOffAndHandedOnOnThePage() {
        String task = taskOf("desk-put-off");
        signedIn().post("/desk/tasks/" + task + "/claim");
        assertThat(signedIn().post("/desk/tasks/" + task + "/release").asString())
                .contains("Take it on");
        assertThat(signedIn()
                        .formParam(
                                "until",
                                LocalDateTime.now(ZoneOffset.UTC)
                                        .plusDays(2)
                                        .withNano(0)
                                        .toString())
                        .formParam("reason", "customer-asked")
                        .post("/desk/tasks/" + task + "/snooze")
                        .asString())
                .contains("Put off until", "The customer asked");
        assertThat(signedIn()
                        .formParam("until", "2020-01-01T10:00")
                        .formParam("reason", "other")
                        .post("/desk/tasks/" + task + "/snooze")
                        .asString())
                .contains("to a time ahead");
        signedIn()
                .formParam("team", "retention-unit")
                .post("/desk/tasks/" + task + "/assign")
                .then()
                .statusCode(403);
        assertThat(signedInAs("manager")
                        .formParam("team", "retention-unit")
                        .post("/desk/tasks/" + task + "/assign")
                        .asString())
                .contains("Cancelled");
    }

    @Test
    void aCaseShowsItsReasonsItsTimelineAndHowToReachTheCustomer() {
        broker.tells(new Customer(
                "desk-case",
                ARisk.TUESDAY,
                Optional.of("Maison & Fils"),
                Optional.empty(),
                Optional.empty(),
                "EUR",
                null,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new ContactDetails(
                        Optional.of("hello@example.org"), Optional.of("+33 1 00 00 00 00"), Optional.empty()),
                Set.of(),
                List.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                List.of()));
        taskOf("desk-case");
        broker.tells(
                "desk-case-2",
                business("desk-case").at(ARisk.TUESDAY.plus(Duration.ofDays(1))).movedBy("order.placed"));
        broker.toldOf("desk-case", 4);
        String id = given().auth()
                .preemptive()
                .basic("agent", "agent")
                .queryParam("customer", "desk-case")
                .get("/cases")
                .path("[0].id");

        Awaitility.await().untilAsserted(() -> assertThat(
                        signedIn().get("/desk/cases/" + id + "?lang=en").asString())
                .contains(
                        "Maison &amp; Fils",
                        "hello@example.org",
                        "+33 1 00 00 00 00",
                        "Complaints: this raises the risk of leaving a lot.",
                        "No order, for longer than usual: this raises the risk of leaving a little.",
                        "width:31%",
                        "Case opened",
                        "Case closed",
                        "Ordered again",
                        "Order placed",
                        "row-11-business",
                        "/risk/customers/desk-case"));
        assertThat(signedIn().get("/desk/cases/" + id + "?lang=fr").asString())
                .contains("Dossier ouvert", "Dossier clos", "Chronologie");
    }

    @Test
    void aCaseShowsByWhenToActAndWhatElseIsComing() {
        Instant march = Instant.parse("2027-03-14T09:00:00Z");
        broker.tells(
                "desk-ahead-1", business("desk-ahead").worth(4_000).atRisk().risingBy(march, RiskLevel.URGENT));
        broker.toldOf("desk-ahead", 2);
        String page = "/desk/cases/" + caseOf("desk-ahead") + "?lang=";

        assertThat(signedIn().get(page + "en").asString())
                .contains("If nothing comes", "by ", "Urgent", "Coming dates", "Counts as lost", "2027");
        assertThat(signedIn().get(page + "fr").asString())
                .contains("Si rien ne vient", "d’ici le 14 mars 2027", "Dates à venir", "Compte comme perdu");
    }

    @Test
    void aBusinessShowsWhomToSpeakToAndWhomItBelongsTo() {
        broker.tellsEnciphered(Broker.customer("""
                {"id": "d-group", "time": "2026-03-01T00:00:00Z", "name": "Groupe Horizon"}"""));
        broker.tellsEnciphered(Broker.customer("""
                {"id": "d-sister", "time": "2026-03-01T00:00:00Z", "name": "Horizon Nantes", "parent": "d-group"}"""));
        broker.tellsEnciphered(Broker.customer("""
                {"id": "d-site", "time": "2026-03-01T00:00:00Z", "name": "Horizon Lyon", "parent": "d-group",
                 "contacts": [{"name": "Ada Roux", "role": "decision-maker", "email": "ada@example.org"},
                              {"name": "Max Petit", "role": "buyer", "phone": "+33 4 00 00 00 01"}]}"""));
        broker.tells("d-sister-1", business("d-sister").worth(4_000).atRisk());
        broker.tells("d-site-1", business("d-site").worth(9_000).atRisk());
        broker.toldOf("d-site", 2);
        String file = caseOf("d-site");
        String sister = caseOf("d-sister");

        Awaitility.await().untilAsserted(() -> assertThat(
                        signedIn().get("/desk/cases/" + file + "?lang=en").asString())
                .contains(
                        "People to speak to",
                        "Ada Roux",
                        "decision-maker",
                        "mailto:ada@example.org",
                        "Belongs to",
                        "Groupe Horizon",
                        "Horizon Nantes",
                        "/desk/cases/" + sister,
                        "Call first",
                        "Max Petit"));
        assertThat(signedIn().get("/desk?lang=fr&team=account-managers").asString())
                .contains("À appeler d’abord", "Max Petit", "tel:+33 4 00 00 00 01");
        given().auth()
                .preemptive()
                .basic("agent", "agent")
                .get("/cases/" + file + "/contacts")
                .then()
                .body("contacts.role", Matchers.contains("decision-maker", "buyer"))
                .body("belongsTo.name", Matchers.contains("Groupe Horizon"))
                .body("sameGroup.openCase", Matchers.contains(sister));
    }

    @Test
    void withoutTheirKeyNobodyIsToldByName() {
        broker.tellsEnciphered(Broker.customer("""
                {"id": "d-key", "time": "2026-03-01T00:00:00Z", "name": "Jeanne Unique",
                 "contact": {"phone": "+33 6 00 00 00 09"}}"""));
        taskOf("d-key");
        String page = "/desk/cases/" + caseOf("d-key") + "?lang=en";
        Awaitility.await().untilAsserted(() -> assertThat(signedIn().get(page).asString())
                .contains("Jeanne Unique", "+33 6 00 00 00 09"));

        broker.destroysTheKeyOf("d-key");

        Awaitility.await().untilAsserted(() -> assertThat(signedIn().get(page).asString())
                .contains("No contact details")
                .doesNotContain("Jeanne", "enc:1:"));
    }

    @Test
    void ofWhoIsErasedTheDeskShowsNoTrace() {
        broker.tellsEnciphered(Broker.customer("""
                {"id": "d-erased", "time": "2026-03-01T00:00:00Z", "name": "Paul Effacé"}"""));
        taskOf("d-erased");

        broker.erases("e-desk", "d-erased", ARisk.TUESDAY.plus(Duration.ofDays(1)));
        broker.toldOf("d-erased", 5);

        assertThat(signedIn().get("/desk?lang=en").asString()).doesNotContain("d-erased", "Paul");
        given().auth()
                .preemptive()
                .basic("agent", "agent")
                .queryParam("customer", "d-erased")
                .get("/cases")
                .then()
                .body("", Matchers.hasSize(0));
    }

    @Test
    void onlyManagersSeeWhatWasForgotten() {
        given().auth()
                .preemptive()
                .basic("agent", "agent")
                .get("/admin/purges")
                .then()
                .statusCode(403);
        given().auth()
                .preemptive()
                .basic("manager", "manager")
                .get("/admin/purges")
                .then()
                .statusCode(200);
    }

    @Test
    void aCaseThatIsNotThereIsNotFound() {
        signedIn()
                .get("/desk/cases/00000000-0000-0000-0000-000000000000")
                .then()
                .statusCode(404);
    }

    private static String caseOf(String customer) {
        return given().auth()
                .preemptive()
                .basic("agent", "agent")
                .queryParam("customer", customer)
                .get("/cases")
                .path("[0].id");
    }

    private String taskOf(String customer) {
        broker.tells(customer + "-1", business(customer).worth(4_000).atRisk());
        broker.toldOf(customer, 2);
        return given().auth()
                .preemptive()
                .basic("agent", "agent")
                .queryParam("customer", customer)
                .get("/cases")
                .path("[0].tasks[0].id");
    }

    private static RequestSpecification signedIn() {
        return signedInAs("agent");
    }

    private static RequestSpecification signedInAs(String user) {
        String session = given().redirects()
                .follow(false)
                .formParam("j_username", user)
                .formParam("j_password", user)
                .post("/j_security_check")
                .cookie("quarkus-credential");
        return given().cookie("quarkus-credential", session).header("Accept-Language", "en");
    }

    private static ARisk business(String customer) {
        return ARisk.of(customer).in(Segment.B2B);
    }
}
