package io.vigie.ingest.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookies;
import io.restassured.specification.RequestSpecification;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Topic;
import io.vigie.events.wire.Via;
import io.vigie.ingest.store.QuarantineInbox;
import io.vigie.testkit.BackendsResource;
import io.vigie.testkit.TestBackends;
import io.vigie.testkit.TopicReader;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackendsResource.class)
class OpsPagesTest {
    @Inject
    QuarantineInbox inbox;

    @Test
    void strangersAreShownTheWayIn() {
        given().redirects().follow(false).get("/ops/quarantine").then().statusCode(302);
        assertThat(given().get("/login").asString()).contains("j_security_check");
    }

    @Test
    void theListIsReadInBothLanguages() {
        keep("ops-list", "complaint.fild");

        assertThat(signedIn().get("/ops/quarantine?lang=en").asString())
                .contains("/ops-list", "Unknown type of signal", "Event", "Send all again");
        assertThat(signedIn().get("/ops/quarantine?lang=fr&status=open").asString())
                .contains("/ops-list", "Type de signal inconnu", "Événement", "Tout renvoyer");
    }

    @Test
    void oneIsLookedAtMendedAndSentAgainOnThePage() {
        UUID id = keep("ops-mend", "complaint.fild<b>");

        assertThat(signedIn().get("/ops/quarantine/" + id + "?lang=en").asString())
                .contains("complaint.fild&lt;b&gt;", "Mend it")
                .doesNotContain("fild<b>");
        assertThat(signedIn()
                        .formParam("body", event("ops-mend", "complaint.wrong"))
                        .post("/ops/quarantine/" + id + "/send?lang=en")
                        .asString())
                .contains("still refused", "complaint.wrong");
        assertThat(signedIn()
                        .formParam("body", event("ops-mend", "complaint.filed"))
                        .post("/ops/quarantine/" + id + "/send?lang=en")
                        .asString())
                .contains("It was taken", "<dt>By</dt><dd>manager</dd>")
                .doesNotContain("<textarea");
    }

    @Test
    void allOfAKindAreSentAgainAndOneIsDropped() {
        keep("ops-kind", "complaint.filed");
        UUID dropped = keep("ops-drop", "complaint.fild");

        assertThat(signedIn()
                        .formParam("reason", "unknown-type")
                        .formParam("source", "/ops-kind")
                        .post("/ops/quarantine/resend?lang=en")
                        .asString())
                .contains("1 taken, 0 still refused");
        assertThat(signedIn()
                        .post("/ops/quarantine/" + dropped + "/drop?lang=en")
                        .asString())
                .contains("It was dropped");
    }

    @Test
    void sendingAllAgainGoesOnWhereItStopped() {
        inbox.keep(IntStream.range(0, 1_001)
                .mapToObj(each -> arrival("ops-many", "complaint.fild", UUID.randomUUID()))
                .toList());
        String first = resend("ops-many", Map.of());

        assertThat(first).contains("0 taken, 1000 still refused", "Send the next ones");
        String after = first.replaceAll("(?s).*name=\"after\" value=\"([^\"]+)\".*", "$1");
        assertThat(resend("ops-many", Map.of("after", after)))
                .contains("0 taken, 1 still refused")
                .doesNotContain("Send the next ones");
    }

    @Test
    void theNextPageKeepsWhatWasAskedFor() {
        inbox.keep(IntStream.range(0, 51)
                .mapToObj(each -> arrival("ops-a&b+c", "complaint.fild", UUID.randomUUID()))
                .toList());
        String today = LocalDate.now(ZoneId.of("Europe/Paris")).toString();

        String page = signedIn()
                .queryParam("source", "/ops-a&b+c")
                .queryParam("from", today)
                .queryParam("to", today)
                .get("/ops/quarantine?lang=en")
                .asString();
        String more = page.replaceAll("(?s).*<a class=\"button quiet\" href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");

        assertThat(more).contains("from=" + today, "to=" + today, "status=open", "source=%2Fops-a%26b%2Bc");
        assertThat(signedIn().urlEncodingEnabled(false).get(more + "&lang=en").asString())
                .containsOnlyOnce("<a href=\"/ops/quarantine/")
                .contains("ops-a&amp;b+c");
        assertThat(signedIn().get("/ops/quarantine?lang=en&to=2001-01-01").asString())
                .doesNotContain("ops-a&amp;b+c</span>");
        signedIn().get("/ops/quarantine?from=soon").then().statusCode(400);
    }

    @Test
    void whatCameOnPaperIsEnteredOnceHoweverOftenItIsSent() {
        given().redirects().follow(false).get("/ops/entry").then().statusCode(302);
        assertThat(signedIn().get("/ops/entry?kind=termination&lang=fr").asString())
                .contains("Lettre de résiliation", "Reçue le", "Concurrence")
                .doesNotContain("Montant");

        for (int press = 0; press < 2; press++) {
            assertThat(debit("ops-paper", "1 234,50")).contains("Failed direct debit taken for customer ops-paper");
        }

        List<ConsumerRecord<String, byte[]>> taken = records("ops-paper");
        assertThat(taken).hasSize(2);
        assertThat(taken.stream().map(OpsPagesTest::id).distinct()).hasSize(1);
        assertThat(new String(taken.getFirst().value(), StandardCharsets.UTF_8)).contains("\"amount\":123450");
    }

    @Test
    void aFieldThatIsWrongIsMarkedAndTheRestIsKept() {
        assertThat(debit("nobody@example.org", "dear"))
                .contains("id=\"fault-customer\"", "Nobody is known by that", "id=\"fault-amount\"", "value=\"dear\"");
        assertThat(records("nobody@example.org")).isEmpty();
        signedIn().get("/ops/entry?kind=nonsense").then().statusCode(404);
    }

    @Test
    void aCustomerIsShownWhatIsHeldAndWhatTheyWishIsNoted() {
        given().body("{\"name\":\"Exemple & Fils\"}")
                .put("/customers/ops-p1")
                .then()
                .statusCode(202);
        assertThat(signedIn().get("/ops/person?lang=fr").asString()).contains("Données d’un client");
        assertThat(person("objection", "ops-p1", Map.of("objects", "true", "proof", "lettre 7")))
                .contains("Exemple &amp; Fils", "They object, since", "lettre 7", "They withdraw it");
        assertThat(person(
                        "consent",
                        "ops-p1",
                        Map.of("channel", "phone", "purpose", "win-back", "given", "false", "date", "2025-03-01")))
                .contains("Of two answers the later holds", "Coming back");
        assertThat(person(
                        "consent",
                        "ops-p1",
                        Map.of("channel", "phone", "purpose", "win-back", "given", "true", "date", "2999-01-01")))
                .contains("that day has not come yet");
        given().get("/customers/ops-p1/consents").then().body("given", equalTo(List.of(false)));
        assertThat(signedIn().get("/ops/person/export?customer=ops-p1").asString())
                .contains("Exemple & Fils");
        assertThat(signedIn().get("/ops/person?customer=stripe:nobody&lang=en").asString())
                .contains("Nobody is known by that");
    }

    @Test
    void aRefusalHoldsAgainstAYesOfTheSameDayAndWhatChangesNothingIsSaidToChangeNothing() {
        String today = LocalDate.now(ZoneId.of("Europe/Paris")).toString();
        consent("ops-p3", true, Instant.now().minusMillis(1).toString());

        assertThat(answer("ops-p3", "false", today)).contains("Of two answers the later holds");
        given().get("/customers/ops-p3/consents").then().body("given", equalTo(List.of(false)));
        assertThat(answer("ops-p3", "true", "2025-03-01")).contains("Nothing changes");

        consent("ops-p4", true, "2025-03-01T10:00:00Z");
        assertThat(answer("ops-p4", "false", "2025-03-01")).contains("Of two answers the later holds");
        assertThat(answer("ops-p4", "true", "2025-03-01")).contains("Nothing changes");
        given().get("/customers/ops-p4/consents").then().body("given", equalTo(List.of(false)));
    }

    private static String answer(String customer, String yes, String day) {
        return person(
                "consent", customer, Map.of("channel", "phone", "purpose", "win-back", "given", yes, "date", day));
    }

    private static void consent(String customer, boolean yes, String at) {
        given().body("[{\"channel\":\"phone\",\"purpose\":\"win-back\",\"given\":%s,\"at\":\"%s\"}]".formatted(yes, at))
                .put("/customers/" + customer + "/consents")
                .then()
                .statusCode(202);
    }

    @Test
    void whoIsToBeErasedIsNamedTwiceAndTheReasonIsKept() {
        given().body("{\"name\":\"Exemple\"}").put("/customers/ops-p2").then().statusCode(202);

        assertThat(person("erasure", "ops-p2", Map.of("why", "not-needed", "again", "ops-p1")))
                .contains("Not erased", "Exemple");
        assertThat(person("erasure", "ops-p2", Map.of("why", "not-needed", "again", " ops-p2 ")))
                .contains("Erased. What comes from now on")
                .doesNotContain("Exemple");
        given().get("/customers/ops-p2").then().statusCode(404);
        given().get("/admin/erasures").then().body("why", hasItem("not-needed"));
    }

    @Test
    void anybodyNotesWhatTheyHeardOfACustomer() {
        given().redirects().follow(false).get("/note").then().statusCode(302);
        assertThat(as("agent").get("/note?customer=ops-note 1&lang=fr").asString())
                .contains("Que s’est-il passé", "Menace de départ", "type=departure.threatened&amp;customer=ops-note+1")
                .doesNotContain("Usage relevé");
        assertThat(as("agent").get("/note?type=visit.reported&lang=en").asString())
                .contains("How the customer was found", "What was said")
                .doesNotContain("Which competitor");
        as("agent").get("/note?type=order.placed").then().statusCode(404);
        as("agent").get("/ops/entry").then().statusCode(403);

        assertThat(noted(Map.of("customer", "", "date", "2999-01-01")))
                .contains("Fill this in", "That day has not come yet", "too dear");
        for (int press = 0; press < 2; press++) {
            assertThat(noted(Map.of("customer", "ops-note 1", "date", "2025-11-03")))
                    .contains("Threat to leave noted for customer ops-note 1", "/risk/customers/ops-note%201");
        }

        List<ConsumerRecord<String, byte[]>> taken = records("ops-note 1");
        assertThat(taken).hasSize(2);
        assertThat(taken.stream().map(OpsPagesTest::id).distinct()).hasSize(1);
        assertThat(new String(taken.getFirst().value(), StandardCharsets.UTF_8))
                .contains("\"cause\":\"price\"")
                .doesNotContain("too dear");
    }

    private static String noted(Map<String, String> fields) {
        return as("agent")
                .formParams(fields)
                .formParam("cause", "price")
                .formParam("text", "too dear")
                .post("/note?type=departure.threatened&lang=en")
                .asString();
    }

    @Test
    void aFormThatLacksAFieldIsToldSo() {
        for (String what : List.of("objection", "consent", "erasure")) {
            signedIn()
                    .formParam("given", "true")
                    .post("/ops/person/" + what)
                    .then()
                    .statusCode(400);
            signedIn()
                    .formParam("customer", "a\0b")
                    .post("/ops/person/" + what)
                    .then()
                    .statusCode(404);
        }
        signedIn().get("/ops/person/export").then().statusCode(400);
        for (String day : List.of("", "+300000-01-01", "-999999-01-01", "0001-01-01")) {
            assertThat(person("consent", "ops-p9", Map.of("channel", "phone", "purpose", "win-back", "date", day)))
                    .contains("notice bad");
        }
        person(400, "consent", Map.of("customer", "ops-p9", "date", "2026-01-31", "channel", "phone"));
        person(400, "consent", Map.of("customer", "ops-p9", "date", "2026-01-31", "purpose", "win-back"));
        person(400, "erasure", Map.of("customer", "ops-p9", "again", "ops-p9"));
        signedIn().get("/ops/quarantine?from=%2B300000-01-01").then().statusCode(400);
    }

    private static void person(int status, String what, Map<String, String> fields) {
        signedIn().formParams(fields).post("/ops/person/" + what).then().statusCode(status);
    }

    private static String person(String what, String customer, Map<String, String> fields) {
        return signedIn()
                .formParam("customer", customer)
                .formParams(fields)
                .post("/ops/person/" + what + "?lang=en")
                .asString();
    }

    private static String resend(String source, Map<String, String> more) {
        return signedIn()
                .formParam("reason", "unknown-type")
                .formParam("source", "/" + source)
                .formParams(more)
                .post("/ops/quarantine/resend?lang=en")
                .asString();
    }

    private static String debit(String customer, String amount) {
        return signedIn()
                .formParam("kind", "failed-debit")
                .formParam("customer", customer)
                .formParam("date", "2025-11-03")
                .formParam("amount", amount)
                .formParam("currency", "EUR")
                .formParam("reason", "insufficient-funds")
                .post("/ops/entry?lang=en")
                .asString();
    }

    private static List<ConsumerRecord<String, byte[]>> records(String customer) {
        String topic = Topic.SIGNALS.under(ConfigProvider.getConfig().getValue("vigie.prefix", String.class));
        return TopicReader.on(TestBackends.kafka()).readAll(topic).stream()
                .filter(record -> customer.equals(record.key()))
                .toList();
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }

    private UUID keep(String name, String type) {
        UUID id = UUID.randomUUID();
        inbox.keep(List.of(arrival(name, type, id)));
        return id;
    }

    private static QuarantineInbox.Arrival arrival(String name, String type, UUID id) {
        return new QuarantineInbox.Arrival(
                id,
                "c-" + name,
                new Refused(
                        "unknown-type",
                        "the type is not in the catalogue",
                        Via.SIGNALS,
                        "/" + name,
                        Optional.empty(),
                        "application/cloudevents+json",
                        Refused.encode(event(name, type).getBytes(StandardCharsets.UTF_8)),
                        Instant.now(),
                        List.of()));
    }

    private static RequestSpecification signedIn() {
        return as("manager");
    }

    private static RequestSpecification as(String name) {
        Cookies cookies = given().redirects()
                .follow(false)
                .formParam("j_username", name)
                .formParam("j_password", name)
                .post("/j_security_check")
                .detailedCookies();
        return given().cookies(cookies);
    }

    private static String event(String id, String type) {
        return """
                {"specversion":"1.0","id":"%s","source":"/ops","type":"%s","subject":"c-1","time":"2025-03-01T10:00:00Z","data":{}}""".formatted(id, type);
    }
}
