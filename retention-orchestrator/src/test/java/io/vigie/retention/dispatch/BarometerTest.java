package io.vigie.retention.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vigie.events.retention.InterviewHeld;
import io.vigie.events.retention.InterviewWay;
import io.vigie.events.signal.Cause;
import io.vigie.events.wire.EventCodec;
import io.vigie.retention.ARisk;
import io.vigie.retention.Broker;
import io.vigie.retention.letters.Envelope;
import io.vigie.retention.store.Cases;
import io.vigie.retention.store.ContactCard;
import io.vigie.retention.store.ContactCards;
import io.vigie.retention.store.Outgoing;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class BarometerTest {
    private static final Instant SUMMER = Instant.parse("2025-06-10T10:00:00Z");
    private static final Pattern LINK = Pattern.compile("https://[^/]+(/questions/[0-9a-f]+)");
    private static final int ALL = 1_000;

    @Inject
    Broker broker;

    @Inject
    ContactCards cards;

    @Inject
    Cases cases;

    @Inject
    Outgoing outgoing;

    @Inject
    Barometer barometer;

    @Test
    void chanceDrawsAWaveWhoseAnswersAreCounted() {
        for (int number = 1; number <= 8; number++) {
            left("wave-leaver-" + number, SUMMER);
        }
        left("wave-late", SUMMER.plusSeconds(100 * 86_400));

        draw("2025-summer", 6)
                .statusCode(201)
                .body("population", equalTo(8))
                .body("drawn", equalTo(6))
                .body("asked", equalTo(0));
        draw("2025-summer", 6).statusCode(409).body("type", equalTo("urn:vigie:problem:wave-drawn"));
        barometer.askSome(ALL);
        barometer.askSome(ALL);

        List<String> links = links();
        assertThat(links).hasSize(6);
        links.forEach(link -> given().formParam("stated", "service")
                .formParam("kept", "An answer")
                .post(link)
                .then()
                .statusCode(200));
        api("manager")
                .get("/barometer/2025-summer")
                .then()
                .body("asked", equalTo(6))
                .body("answered", equalTo(6))
                .body("causes.service", equalTo(6));
        told();

        draw("2025-summer-again", 6).statusCode(201).body("drawn", equalTo(2));
        api("manager").get("/barometer").then().body("name", hasItems("2025-summer", "2025-summer-again"));
    }

    @Test
    void thePageDrawsAndTells() {
        RequestSpecification page = given().cookie(
                        "quarkus-credential",
                        given().redirects()
                                .follow(false)
                                .formParam("j_username", "manager")
                                .formParam("j_password", "manager")
                                .post("/j_security_check")
                                .cookie("quarkus-credential"));
        String drawn = page.formParam("name", "page-wave")
                .formParam("from", "2024-01-01")
                .formParam("to", "2024-01-31")
                .formParam("size", 5)
                .post("/desk/barometer?lang=fr")
                .asString();

        assertThat(drawn).contains("page-wave", "Taux de réponse", "Trop peu de réponses");
    }

    @Test
    void onlyWhoLeadsDrawsAndOnlyWhatMakesSense() {
        RequestSpecification agent =
                api("agent").body("{\"name\": \"x\", \"from\": \"2025-01-01\", \"to\": \"2025-02-01\"}");
        agent.post("/barometer").then().statusCode(403);
        draw("Not A Name", 6).statusCode(400);
        api("manager").get("/barometer/never-drawn").then().statusCode(404);
    }

    private void told() {
        String customer = api("manager")
                .queryParam("about", "wave/2025-summer")
                .get("/audit")
                .then()
                .extract()
                .path("[0].because");
        assertThat(customer).isEqualTo("6 of 8");
        List<InterviewHeld> held =
                broker
                        .told(all -> all.stream()
                                        .filter(BarometerTest::isAnInterview)
                                        .count()
                                >= 6)
                        .stream()
                        .filter(BarometerTest::isAnInterview)
                        .map(record -> (InterviewHeld)
                                io.vigie.events.wire.EventCodec.read(record).data())
                        .toList();
        assertThat(held).allSatisfy(one -> {
            assertThat(one.way()).isEqualTo(InterviewWay.LINK);
            assertThat(one.wave()).contains("2025-summer");
            assertThat(one.stated()).contains(Cause.SERVICE);
        });
    }

    private static boolean isAnInterview(ConsumerRecord<String, byte[]> record) {
        return record.key().startsWith("wave-leaver") && EventCodec.read(record).data() instanceof InterviewHeld;
    }

    private List<String> links() {
        return outgoing.latest(Optional.empty(), ALL).stream()
                .filter(sending -> sending.text().equals("barometer"))
                .flatMap(sending -> outgoing.envelope(sending).stream())
                .map(Envelope::body)
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    private void left(String customer, Instant when) {
        broker.tellsEnciphered(Broker.customer("""
                {"id": "%s", "time": "2025-03-01T00:00:00Z", "name": "Alix", "language": "fr",
                 "contact": {"email": "alix@example.com"}}""".formatted(customer)));
        broker.tells(customer + "-left", ARisk.of(customer).leftAt(when).at(when.plusSeconds(60)));
        await().until(() -> cards.find(customer).flatMap(ContactCard::name).isPresent()
                && cases.latestOf(customer).isPresent());
    }

    private static ValidatableResponse draw(String name, int size) {
        return api("manager")
                .body("{\"name\": \"%s\", \"from\": \"2025-06-01\", \"to\": \"2025-07-01\", \"size\": %d}"
                        .formatted(name, size))
                .post("/barometer")
                .then();
    }

    private static RequestSpecification api(String who) {
        return given().auth().preemptive().basic(who, who).contentType(ContentType.JSON);
    }
}
