package io.vigie.retention.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Renewal;
import io.vigie.events.customer.Segment;
import io.vigie.events.signal.Cause;
import io.vigie.retention.ARisk;
import io.vigie.retention.Broker;
import io.vigie.retention.store.ContactCard;
import io.vigie.retention.store.ContactCards;
import io.vigie.retention.store.LetterBatches;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class LetterApiTest {
    @Inject
    Broker broker;

    @Inject
    ContactCards cards;

    @Inject
    LetterBatches batches;

    @Test
    void aBatchHoldsTheLettersWithTheirAddressesAndBeingPostedItsTasksAreDone() {
        knownAt("letter-1", "12 rue des Lilas, 69003 Lyon");
        String task = letterTaskOf("letter-1");

        JsonPath made =
                api().post("/letters/batches").then().statusCode(200).extract().jsonPath();
        String batch = made.getString("batch.id");
        Map<String, Object> letter =
                api().get("/letters/batches/" + batch).jsonPath().getMap("find { it.customer == 'letter-1' }");

        assertThat(letter)
                .containsEntry("text", "apology")
                .containsEntry("language", "fr")
                .containsEntry("task", task)
                .containsEntry("state", "to-post");
        api().get("/letters/batches/" + batch + "/pdf").then().statusCode(200).contentType("application/pdf");
        api().get("/letters/batches/" + batch + "/addresses")
                .then()
                .contentType(startsWith("text/csv"))
                .body(containsString("letter-1,Jeanne letter-1,12 rue des Lilas,69003 Lyon"));
        api().post("/letters/batches/" + batch + "/posted")
                .then()
                .statusCode(200)
                .body("postedBy", equalTo("agent"));
        api().post("/letters/batches/" + batch + "/posted").then().statusCode(200);
        assertThat(audited("batch/" + batch)).contains("posted batch");
        api().queryParam("customer", "letter-1")
                .get("/cases")
                .then()
                .body("[0].tasks[0].status", equalTo("done"))
                .body("[0].tasks[0].outcome", equalTo("sent"));
        assertThat(broker.toldOf("letter-1", 3)).hasSize(3);
        given().auth()
                .preemptive()
                .basic("manager", "manager")
                .get("/customers/letter-1/held")
                .then()
                .statusCode(200)
                .body("letters[0].written", containsString("12 rue des Lilas"))
                .body("letters[0].sheets", startsWith("JVBER"))
                .body("tasks[0].outcome", equalTo("sent"))
                .body("tasks[0].containsKey('completed_by')", equalTo(false));
    }

    @Test
    void whatTheLawForbidsByThenIsTakenOutBeforeTheRestIsPosted() {
        knownAt("letter-8", "8 quai, Paris");
        int number = farewellTo("letter-8");
        String batch = api().post("/letters/batches").jsonPath().getString("batch.id");

        broker.tells(
                "letter-8-2",
                ARisk.of("letter-8").at(ARisk.TUESDAY.plusSeconds(60)).refuses(Channel.LETTER));
        await().until(() -> api().get("/customers/letter-8/permissions")
                .path("find { it.channel == 'letter' }.because")
                .equals("refused"));

        api().post("/letters/batches/" + batch + "/posted")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:vigie:problem:letters-withdrawn"))
                .body("detail", containsString(Integer.toString(number)));
        api().post("/letters/batches/" + batch + "/posted").then().statusCode(200);
        api().get("/letters/" + number).then().body("state", equalTo("withdrawn"));
        api().body("{\"customer\":\"letter-8\",\"text\":\"satisfaction\"}")
                .post("/letters")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:vigie:problem:not-permitted"))
                .body("text", not(equalTo("")));
        api().body("{\"customer\":\"letter-8\",\"text\":\"condolence\"}")
                .post("/letters")
                .then()
                .statusCode(200);
    }

    @Test
    void saidAgainWhatWasLeftUndoneIsDoneWhoeverHadTakenItOn() {
        knownAt("letter-9", "9 quai, Paris");
        String task = letterTaskOf("letter-9");
        String batch = api().post("/letters/batches").jsonPath().getString("batch.id");
        given().auth()
                .preemptive()
                .basic("second", "second")
                .contentType(ContentType.JSON)
                .post("/tasks/" + task + "/claim")
                .then()
                .statusCode(200);
        batches.posted(UUID.fromString(batch), "agent", Instant.now());
        api().get("/tasks/" + task).then().body("status", equalTo("claimed"));

        api().post("/letters/batches/" + batch + "/posted").then().statusCode(200);

        api().get("/tasks/" + task).then().body("status", equalTo("done")).body("outcome", equalTo("sent"));
    }

    @Test
    void printedAgainALetterIsTheSame() {
        knownAt("letter-2", "1 quai, Paris");
        int number = farewellTo("letter-2");

        byte[] first = api().get("/letters/" + number + "/pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        byte[] again = api().get("/letters/" + number + "/pdf").asByteArray();

        assertThat(again).isEqualTo(first);
    }

    @Test
    void aLetterWhoseCaseClosedMeanwhileStaysBehind() {
        knownAt("letter-3", "1 quai, Paris");
        letterTaskOf("letter-3");
        String batch = api().post("/letters/batches").jsonPath().getString("batch.id");

        broker.tells(
                "letter-3-2",
                ARisk.of("letter-3").at(ARisk.TUESDAY.plus(Duration.ofDays(1))).leavesBecause(Cause.DIED));
        broker.toldOf("letter-3", 4);

        api().get("/letters/batches/" + batch)
                .then()
                .body("find { it.customer == 'letter-3' }.state", equalTo("withdrawn"));
        api().get("/letters/batches/" + batch + "/addresses").then().body(not(containsString("letter-3")));
    }

    @Test
    void whoHasNoAddressIsLeftWithTheReason() {
        broker.tellsEnciphered(Broker.customer("""
                {"id": "letter-4", "time": "2026-03-01T00:00:00Z", "name": "Nowhere", "language": "en"}"""));
        read("letter-4");
        String task = letterTaskOf("letter-4");

        Map<String, String> left = api().post("/letters/batches").jsonPath().getMap("left");

        assertThat(left).containsEntry(task, "no-address");
        api().body("{\"customer\":\"letter-4\",\"text\":\"farewell\"}")
                .post("/letters")
                .then()
                .statusCode(422)
                .body("detail", containsString("customer record"));
    }

    @Test
    void aWrongTextIsAnsweredWithThoseThereAre() {
        api().body("{\"customer\":\"letter-5\",\"text\":\"praise\"}")
                .post("/letters")
                .then()
                .statusCode(400)
                .body("detail", containsString("win-back"));
        api().body("{\"customer\":\"nobody-knows\",\"text\":\"farewell\"}")
                .post("/letters")
                .then()
                .statusCode(422);
        api().get("/letters/999999").then().statusCode(404);
    }

    @Test
    void ofWhoIsErasedTheSheetsAreGone() {
        knownAt("letter-6", "1 quai, Paris");
        int number = farewellTo("letter-6");
        api().get("/letters/" + number + "/pdf").then().statusCode(200);

        broker.erases("letter-6-erased", "letter-6", ARisk.TUESDAY.plus(Duration.ofDays(1)));

        await().untilAsserted(
                        () -> api().get("/letters/" + number + "/pdf").then().statusCode(404));
        api().get("/letters/" + number).then().statusCode(200).body("customer", not(equalTo("letter-6")));
    }

    @Test
    void theDeskShowsWhatIsToBePostedInBothLanguages() {
        knownAt("letter-7", "1 quai, Paris");
        farewellTo("letter-7");

        page("/desk/letters?lang=fr")
                .then()
                .statusCode(200)
                .body(containsString("Courriers"), containsString("letter-7"));
        page("/desk/letters?lang=en").then().statusCode(200).body(containsString("Write and batch"));
    }

    @Test
    void aCallHasItsScriptOnTheCase() {
        broker.tells(
                "script-1", ARisk.of("script-1").in(Segment.B2B).worth(4_000).atRisk());
        broker.toldOf("script-1", 2);
        String id = api().queryParam("customer", "script-1").get("/cases").path("[0].id");

        page("/desk/cases/" + id + "/acting?lang=fr")
                .then()
                .body(containsString("Que dire"), containsString("Je vous présente nos excuses"));
        page("/desk/cases/" + id + "/acting?lang=en").then().body(containsString("What to say"));
    }

    @Test
    void whoWasNotToldInTimeThatTheirContractRenewsIsShownUntilTheyAreWrittenTo() {
        mayRefuseUntil("letter-late", Instant.now().plus(Duration.ofDays(10)));
        page("/desk/letters/notices").then().statusCode(200).body(containsString("letter-late"));
        api().post("/letters/notices/missed").then().statusCode(200);
        assertThat(missed()).as("without an address").contains("letter-late");

        knownAt("letter-late", "12 rue des Lilas, 69003 Lyon");
        api().post("/letters/notices/missed").then().statusCode(200).body("written", equalTo(1));

        assertThat(missed()).doesNotContain("letter-late");
    }

    @Test
    void aLastDayToRefuseThatHasPassedIsAnnouncedToNobodyThoughItStaysListed() {
        knownAt("letter-past", "12 rue des Lilas, 69003 Lyon");
        mayRefuseUntil("letter-past", Instant.now().minus(Duration.ofDays(90)));

        api().post("/letters/notices/missed").then().statusCode(200).body("written", equalTo(0));

        assertThat(missed()).contains("letter-past");
        page("/desk/letters/notices?lang=en")
                .then()
                .body(containsString("letter-past"), containsString(missed().size() + " in all. "));
        page("/desk/letters/notices?lang=fr").then().body(containsString("dernier jour pour refuser est passé"));
    }

    private void mayRefuseUntil(String customer, Instant lastDay) {
        broker.tells(
                customer,
                ARisk.of(customer)
                        .under(new Contract(
                                "K-" + customer,
                                Renewal.TACIT,
                                lastDay.minus(Duration.ofDays(335)),
                                Optional.of(lastDay.plus(Duration.ofDays(30))),
                                Optional.of(lastDay.minus(Duration.ofDays(60))),
                                Optional.of(lastDay))));
        await().until(() -> missed().contains(customer));
    }

    private static List<String> missed() {
        return api().get("/letters/notices/missed").path("customer");
    }

    private static Response page(String path) {
        String session = given().redirects()
                .follow(false)
                .formParam("j_username", "agent")
                .formParam("j_password", "agent")
                .post("/j_security_check")
                .cookie("quarkus-credential");
        return given().cookie("quarkus-credential", session)
                .header("Accept-Language", "en")
                .get(path);
    }

    private int farewellTo(String customer) {
        broker.tells(customer + "-1", ARisk.of(customer));
        await().untilAsserted(() -> api().body("{\"customer\":\"" + customer + "\",\"text\":\"farewell\"}")
                .post("/letters")
                .then()
                .statusCode(200));
        List<Integer> numbers =
                api().queryParam("customer", customer).get("/letters").path("number");
        assertThat(audited("letter/" + numbers.getFirst())).contains("write letter: farewell");
        return numbers.getFirst();
    }

    private void knownAt(String customer, String address) {
        broker.tellsEnciphered(Broker.customer("""
                {"id": "%s", "time": "2026-03-01T00:00:00Z", "name": "Jeanne %s", "language": "fr",
                 "contact": {"address": "%s"}}""".formatted(customer, customer, address)));
        read(customer);
    }

    private void read(String customer) {
        await().until(() -> cards.find(customer)
                .flatMap(ContactCard::name)
                .filter(name -> !name.isEmpty())
                .isPresent());
    }

    /** A consumer with a complaint open for long, who may not be called. */
    private String letterTaskOf(String customer) {
        broker.tells(
                customer + "-1",
                ARisk.of(customer)
                        .worth(600)
                        .atRisk()
                        .refuses(Channel.PHONE)
                        .refuses(Channel.EMAIL)
                        .refuses(Channel.SMS)
                        .open("complaint.filed", ARisk.TUESDAY.minus(Duration.ofDays(20))));
        broker.toldOf(customer, 2);
        JsonPath found = api().queryParam("customer", customer).get("/cases").jsonPath();
        assertThat(found.getString("[0].tasks[0].action")).isEqualTo("letter");
        return found.getString("[0].tasks[0].id");
    }

    private static List<String> audited(String about) {
        return given().auth()
                .preemptive()
                .basic("manager", "manager")
                .queryParam("about", about)
                .get("/audit")
                .path("deed");
    }

    private static RequestSpecification api() {
        return given().auth().preemptive().basic("agent", "agent").contentType(ContentType.JSON);
    }
}
