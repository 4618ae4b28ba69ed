package io.vigie.scorer.lookout;

import static io.restassured.RestAssured.given;
import static io.vigie.scorer.Timelines.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookies;
import io.restassured.specification.RequestSpecification;
import io.vigie.events.EventJson;
import io.vigie.events.customer.Customer;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Topic;
import io.vigie.scorer.ScorerSettings;
import io.vigie.scorer.Timelines;
import io.vigie.testkit.BackendsResource;
import io.vigie.testkit.TestBackends;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = BackendsResource.class,
        initArgs = @io.quarkus.test.common.ResourceArg(name = BackendsResource.NEEDS, value = "kafka"))
class LookoutPagesTest {
    @Inject
    ScorerSettings settings;

    @Test
    void strangersAreShownTheWayIn() {
        for (String page : new String[] {"/risk", "/risk/customers/c-1", "/risk/most?limit=1"}) {
            given().redirects().follow(false).get(page).then().statusCode(302);
        }
        assertThat(given().get("/login").asString()).contains("j_security_check");
    }

    @Test
    void theMostLikelyToLeaveAreListedInBothLanguagesAndACustomerIsFoundById() {
        String customer = happened("departure.threatened", 0);

        assertThat(signedIn().get("/risk?lang=en").asString())
                .contains(customer, "Most likely to leave", "Threat to leave", "At risk");
        assertThat(signedIn().get("/risk?lang=fr").asString()).contains("Menace de départ", "À risque");
        signedIn()
                .redirects()
                .follow(false)
                .queryParam("customer", " a/b ")
                .get("/risk")
                .then()
                .statusCode(303)
                .header("Location", org.hamcrest.Matchers.endsWith("/risk/customers/a%2Fb"));
    }

    @Test
    void aCustomersRiskIsDrawnWithReasonsMovesAndWhatIsComing() {
        String customer = happened("departure.threatened", 0);
        String page = "/risk/customers/" + customer + "?at=" + day(2);

        assertThat(signedIn().get(page + "&lang=en").asString())
                .contains(
                        "A wish to leave expressed on 1 January 2025, still open: this raises the risk of leaving a lot.",
                        "data-chart=\"course\"",
                        "\"name\":\"Urgent\",\"colour\":\"urgent\",\"from\":0.",
                        "What comes next",
                        "As of 3 Jan 2025",
                        "Threat to leave <strong>+")
                .doesNotContain("{risk:", "NOT_FOUND");
        assertThat(signedIn().get(page + "&lang=fr").asString())
                .contains("Une intention de partir exprimée le 1er janvier 2025", "Ce qui vient", "Et si…");
    }

    @Test
    void whatIfIsComparedOnThePage() {
        String customer = happened("support.called", 0);

        assertThat(signedIn()
                        .get(
                                "/risk/customers/" + customer
                                        + "?lang=en&add=survey.answered/detractor&in=10&add=&in=x&add=termination.notified&in=5")
                        .asString())
                .contains("Without it", "With it", "<option value=\"survey.answered/detractor\" selected>")
                .containsPattern("<strong>\\+\\d+\\.\\d pts</strong>");
    }

    @Test
    void theLetterToTheCustomerIsAPageToPrint() {
        String customer = happened("departure.threatened", 0);

        assertThat(signedIn()
                        .get("/risk/customers/" + customer + "/letter?lang=fr")
                        .asString())
                .contains("Ce que nous estimons à votre sujet", "article 21");
    }

    @Test
    void aPageThatCannotBeShownSaysWhy() throws IOException {
        String customer = happened("departure.threatened", 10);

        refused("/risk/customers/nobody-at-all", 404, "Nothing has been received");
        refused("/risk/customers/" + customer + "?at=" + day(3), 422, "begins on 11 Jan 2025");
        refused("/risk/customers/" + customer + "?at=yesterday", 400, "2026-03-01T09:00");
        Customer objecting = EventJson.mapper()
                .readValue(
                        "{\"id\":\"%s\",\"time\":\"%s\",\"objection\":true}".formatted(customer, day(11)),
                        Customer.class);
        send(EventCodec.record(signals(), Event.of(customer + "-record", "/crm", customer, day(11), objecting)));
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> refused("/risk/customers/" + customer, 409, "objects to profiling"));
        assertThat(signedIn()
                        .get("/risk/customers/" + customer + "/letter?lang=en")
                        .asString())
                .contains("You have objected to profiling");
    }

    @Test
    void whatHappenedWithTheAccountManagerIsKeptFromAgentsAccountManagersAmongThem() {
        String customer = happened("departure.threatened", 0);
        send(EventCodec.record(
                signals(),
                new Signal(
                        "/crm",
                        customer + "-incident",
                        "incident.with-account-manager",
                        customer,
                        day(1),
                        Timelines.json("{}"),
                        Optional.empty())));

        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> refused("/risk/customers/" + customer, 403, "looked after by leads and managers"));
        refused("/risk/customers/" + customer + "/letter", 403, "looked after by leads and managers");
        assertThat(signedIn().get("/risk").asString()).doesNotContain(customer);
        for (String question : List.of("risk", "timeline", "ledger", "explanation")) {
            String address = "/customers/" + customer + "/" + question;
            given().auth()
                    .preemptive()
                    .basic("agent", "agent")
                    .get(address)
                    .then()
                    .statusCode(403)
                    .body("type", org.hamcrest.Matchers.endsWith("kept-from-agents"));
            given().auth()
                    .preemptive()
                    .basic("analyst", "analyst")
                    .get(address)
                    .then()
                    .statusCode(200);
        }
        assertThat(signedInAs("analyst").get("/risk").asString()).contains(customer);
        send(EventCodec.record(
                signals(),
                new Signal(
                        "/crm",
                        customer + "-back",
                        "customer.returned",
                        customer,
                        day(200),
                        Timelines.json("{}"),
                        Optional.empty())));
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(given().auth()
                        .preemptive()
                        .basic("analyst", "analyst")
                        .get("/customers/" + customer + "/timeline")
                        .asString())
                .contains("customer.returned"));
        assertThat(signedIn().get("/risk").asString()).doesNotContain(customer);
        refused("/risk/customers/" + customer, 403, "looked after by leads and managers");
    }

    @Test
    void whoseRoleHasNothingToDoWithCustomersIsToldNothingOfThem() {
        String customer = happened("departure.threatened", 0);

        for (String page : List.of("/risk", "/risk/customers/" + customer)) {
            assertThat(signedInAs("source")
                            .queryParam("lang", "en")
                            .get(page)
                            .then()
                            .statusCode(403)
                            .extract()
                            .asString())
                    .contains("shown to agents, leads, managers, analysts and ops");
        }
        for (String address : List.of("/customers/at-risk", "/customers/" + customer + "/timeline")) {
            given().auth()
                    .preemptive()
                    .basic("source", "source")
                    .get(address)
                    .then()
                    .statusCode(403)
                    .body("type", org.hamcrest.Matchers.endsWith("not-for-this-role"));
        }
    }

    private static void refused(String page, int status, String words) {
        assertThat(signedIn()
                        .queryParam("lang", "en")
                        .get(page)
                        .then()
                        .statusCode(status)
                        .extract()
                        .asString())
                .contains(words);
    }

    private static RequestSpecification signedIn() {
        return signedInAs("agent");
    }

    private static RequestSpecification signedInAs(String name) {
        Cookies session = given().redirects()
                .follow(false)
                .formParam("j_username", name)
                .formParam("j_password", name)
                .post("/j_security_check")
                .detailedCookies();
        return given().cookies(session).redirects().follow(true);
    }

    private String happened(String type, double day) {
        String customer = "p-" + UUID.randomUUID();
        send(EventCodec.record(
                signals(),
                new Signal("/crm", customer, type, customer, day(day), Timelines.json("{}"), Optional.empty())));
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() ->
                        signedIn().get("/risk/customers/" + customer).then().statusCode(200));
        return customer;
    }

    private String signals() {
        return Topic.SIGNALS.under(settings.prefix());
    }

    private static void send(ProducerRecord<String, byte[]> record) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBackends.kafka().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var unused = producer.send(record);
        }
    }
}
