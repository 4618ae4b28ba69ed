package io.vigie.retention.golive;

import static io.restassured.RestAssured.given;
import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vigie.retention.ARisk;
import io.vigie.retention.Broker;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A company with history waits, tries, and goes live once: told as one story, because that happens once. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
@TestProfile(GoLiveTest.Waiting.class)
class GoLiveTest {
    private static final int CALLED = 12;

    /** Nothing opens a case until somebody says so. */
    public static final class Waiting implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("vigie.wait-for-go-live", "true");
        }
    }

    @Inject
    Broker broker;

    @Test
    void nobodyIsContactedUntilSomebodyWhoLookedSaysSoAndThenEachOnce() {
        tellHistory();
        as("agent").body("{}").post("/go-live").then().statusCode(403);
        as("manager").body("{\"days\": 0}").post("/go-live").then().statusCode(400);

        String first = tried(Map.of());
        as("manager")
                .get("/go-live/" + first)
                .then()
                .body("outlook.customers", equalTo(CALLED + 3))
                .body("outlook.fits.decisions.call", equalTo(CALLED))
                .body("outlook.fits.decisions.'keep watching'", equalTo(2))
                .body("outlook.fits.decisions.'no action: contact-limit'", equalTo(1))
                .body("outlook.terms.teams", hasSize(0));
        assertThat(cases()).as("a try opens nothing").isZero();

        as("manager").body(PAT).put("/people/pat").then().statusCode(200);
        String second = tried(Map.of("days", 2, "historyDays", 30));
        String tag = as("manager").get("/go-live/" + second).header("ETag");
        as("manager")
                .get("/go-live/" + second)
                .then()
                .body("outlook.wanted.decisions.call", equalTo(CALLED))
                .body("outlook.fits.decisions.call", equalTo(4))
                .body("outlook.terms.teams[0].minutesTaken", equalTo(60));
        as("manager")
                .queryParam("limit", 5)
                .get("/go-live/" + second + "/customers")
                .then()
                .body("customer", hasSize(5))
                .body("customer", not(hasItem("g-old")));

        refuses(first, tag, 412, "Try it again");
        refuses(second, "\"other\"", 412, "no longer as you saw it");
        confirm("agent", second, tag).then().statusCode(403);
        confirm("manager", second, tag).then().statusCode(202).body("confirmedBy", equalTo("manager"));
        confirm("second", second, tag).then().statusCode(202).body("confirmedBy", equalTo("manager"));
        await(second, "done");

        as("manager")
                .get("/go-live/" + second)
                .then()
                .body("decided", equalTo(CALLED + 3))
                .body("opened", equalTo(CALLED))
                .body("leftAlone", equalTo(1));
        assertThat(cases()).isEqualTo(CALLED);
        as("manager").body("{}").post("/go-live").then().statusCode(409).body("detail", containsString("live already"));
        as("manager")
                .queryParam("about", "go-live/" + second)
                .get("/audit")
                .then()
                .body("who", hasItem("manager"))
                .body("deed[0]", containsString("goes live"));

        whatComesLaterIsActedOnAndWhatWasBeforeIsNot();
        theDeskShowsIt();
    }

    /** More worth the higher the number, so that it is known who is called. */
    private void tellHistory() {
        for (int i = 0; i < CALLED; i++) {
            broker.tells(
                    "g-" + i + "/1", ARisk.of("g-" + i).worth(700 + 50L * i).atRisk());
        }
        broker.tells(
                "g-old/1", ARisk.of("g-old").worth(900).open("complaint.filed", TUESDAY.minus(Duration.ofDays(700))));
        broker.tells("g-calm/1", ARisk.of("g-calm"));
        broker.tells(
                "g-limit/1",
                ARisk.of("g-limit")
                        .worth(900)
                        .atRisk()
                        .contactedElsewhere(TUESDAY, io.vigie.events.customer.Channel.EMAIL));
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> as("manager").get("/customers/g-limit/permissions").statusCode() == 200);
    }

    private void whatComesLaterIsActedOnAndWhatWasBeforeIsNot() {
        broker.tells("g-late/1", ARisk.of("g-late").worth(900).atRisk().at(TUESDAY.minus(Duration.ofHours(1))));
        broker.tells("g-next/1", ARisk.of("g-next").worth(900).atRisk().at(TUESDAY.plus(Duration.ofHours(1))));
        broker.toldOf("g-next", 2);

        as("manager").queryParam("customer", "g-next").get("/cases").then().body("", hasSize(1));
        as("manager").queryParam("customer", "g-late").get("/cases").then().body("", hasSize(0));
    }

    private void theDeskShowsIt() {
        assertThat(page("fr")).contains("Mise en service", "faite", "Avec tout le temps", "12");
        assertThat(page("en")).contains("Going live", "12 cases opened", "In the time there is");
    }

    private static String tried(Map<String, Integer> asked) {
        String id = as("manager")
                .body(asked)
                .post("/go-live")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await(id, "ready");
        return id;
    }

    private static void await(String id, String state) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> state.equals(as("manager").get("/go-live/" + id).path("state")));
    }

    private static void refuses(String id, String tag, int status, String why) {
        ValidatableResponse answer = confirm("manager", id, tag).then().statusCode(status);
        answer.body("detail", containsString(why));
    }

    private static Response confirm(String by, String id, String tag) {
        return as(by).header("If-Match", tag).body("{}").post("/go-live/" + id + "/confirmation");
    }

    private static int cases() {
        return as("manager").get("/cases").jsonPath().getList("").size();
    }

    private static String page(String language) {
        String session = given().redirects()
                .follow(false)
                .formParam("j_username", "manager")
                .formParam("j_password", "manager")
                .post("/j_security_check")
                .cookie("quarkus-credential");
        return given().cookie("quarkus-credential", session)
                .queryParam("lang", language)
                .get("/desk/go-live")
                .asString();
    }

    private static RequestSpecification as(String name) {
        return given().auth().preemptive().basic(name, name).contentType(ContentType.JSON);
    }

    /** Half an hour a day on the phone. */
    private static final String PAT = "{\"id\": \"pat\", \"teams\": [\"call-centre\"], \"minutesPerDay\": 30}";
}
