package io.vigie.ingest.api.quarantine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Topic;
import io.vigie.events.wire.Via;
import io.vigie.ingest.api.signals.Topics;
import io.vigie.ingest.store.Quarantine;
import io.vigie.ingest.store.QuarantineInbox;
import io.vigie.ingest.store.Quarantined;
import io.vigie.ingest.stream.Delivery;
import io.vigie.ingest.stream.Publisher;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What was refused can be looked at, mended and sent again, whichever way it came. */
@QuarkusTest
@WithTestResource(BackendsResource.class)
class QuarantineApiTest {
    private static final String STRUCTURED = "application/cloudevents+json";

    @Inject
    Quarantine quarantine;

    @Inject
    QuarantineInbox inbox;

    @Inject
    QuarantineKeeping keeping;

    @Inject
    Publisher publisher;

    @Inject
    DataSource database;

    @Test
    void whatWasRefusedIsReadableHereAndNotInTheDatabase() throws SQLException {
        given().body("{\"currency\":\"?\",\"name\":\"Readable Nowhere\"}")
                .put("/customers/qu-rest")
                .then()
                .statusCode(422);
        await().until(() -> !kept("qu-rest").isEmpty());

        assertThat(kept("qu-rest").getFirst()).startsWith("enc:1:");
        String id = given().get("/quarantine?status=open&limit=500").path("items.find { it.key == 'qu-rest' }.id");
        given().get("/quarantine/" + id).then().body("text", containsString("Readable Nowhere"));
        // and one that an earlier version kept
        try (Connection connection = database.getConnection();
                PreparedStatement plain =
                        connection.prepareStatement("update quarantined set raw = ? where key = 'qu-rest'")) {
            plain.setBytes(1, "{\"name\":\"Of Old\"}".getBytes(StandardCharsets.UTF_8));
            plain.executeUpdate();
        }
        given().get("/quarantine/" + id).then().body("text", containsString("Of Old"));
    }

    private List<String> kept(String key) throws SQLException {
        List<String> raw = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select raw from quarantined where key = ?")) {
            select.setString(1, key);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    raw.add(new String(rows.getBytes("raw"), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return raw;
    }

    @Test
    void aMendedEventIsTakenUnderItsOwnId() {
        given().contentType(STRUCTURED)
                .body(event("q1", "/q-mend", "complaint.fild"))
                .post("/signals");
        String id = onlyOne("/q-mend");
        given().get("/quarantine/" + id)
                .then()
                .statusCode(200)
                .body("reason", equalTo("unknown-type"))
                .body("via", equalTo("signals"))
                .body("status", equalTo("open"))
                .body("text", equalTo(event("q1", "/q-mend", "complaint.fild")));

        given().body(event("q1", "/q-mend", "complaint.filed"))
                .put("/quarantine/" + id)
                .then()
                .statusCode(202)
                .body("status", equalTo("resent"));

        assertThat(Topics.event(Topic.SIGNALS, "q1").key()).isEqualTo("c-q1");
        given().body("{}").put("/quarantine/" + id).then().statusCode(409);
    }

    @Test
    void whatIsRefusedAgainStaysOpenWithItsNewReasonAndBothItsBodies() {
        given().contentType(STRUCTURED)
                .body(event("q2", "/q-again", "complaint.fild"))
                .post("/signals");
        String id = onlyOne("/q-again");

        given().body(event("", "/q-again", "complaint.filed"))
                .put("/quarantine/" + id)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:vigie:problem:missing-id"));

        given().get("/quarantine/" + id)
                .then()
                .body("reason", equalTo("missing-id"))
                .body("status", equalTo("open"))
                .body("text", containsString("complaint.fild"))
                .body("mended", containsString("complaint.filed"));
        assertThat(Topics.refused("/q-again")).as("it is kept once").hasSize(1);
    }

    @Test
    void anEventInHeadersIsKeptInOnePiece() {
        given().contentType("application/json")
                .headers(Map.of(
                        "ce-specversion", "1.0",
                        "ce-id", "q3",
                        "ce-source", "/q-headers",
                        "ce-type", "complaint.fild",
                        "ce-subject", "c-q3",
                        "ce-time", "2025-03-01T10:00:00Z"))
                .body("{\"subject\":\"late\"}")
                .post("/signals");
        String id = onlyOne("/q-headers");
        String text = given().get("/quarantine/" + id).path("text");

        given().body(text.replace("fild", "filed"))
                .put("/quarantine/" + id)
                .then()
                .statusCode(202);

        JsonNode data =
                (JsonNode) EventCodec.read(Topics.event(Topic.SIGNALS, "q3")).data();
        assertThat(data.path("subject").asText()).isEqualTo("late");
    }

    @Test
    void aRowIsKeptWithItsHeaderAndGoesThroughItsMappingAgain() {
        given().body("""
                        InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                        710001,A1,LONELY PLATE,1,2011-07-01 08:26:00,1.00,,United Kingdom
                        """).post("/imports/online-retail").then().statusCode(200);
        String id = onlyOne("/sources/online-retail");
        String text = given().get("/quarantine/" + id)
                .then()
                .body("line", equalTo(2))
                .body("contentType", startsWith("text/csv"))
                .extract()
                .path("text");

        given().body(text.replace("1.00,,", "1.00,71001,"))
                .put("/quarantine/" + id)
                .then()
                .statusCode(202);

        assertThat(Topics.event(Topic.SIGNALS, "710001/71001").key()).isEqualTo("71001");
    }

    @Test
    void aMendedCustomerRecordKeepsItsCustomer() {
        given().contentType("application/json")
                .body("{\"segment\":\"wholesale\"}")
                .put("/customers/c-q5")
                .then()
                .statusCode(422);
        String id = await().until(
                        () -> given().get("/quarantine?via=customers&status=open")
                                .path("items.find { it.key == 'c-q5' }.id"),
                        found -> found != null);

        given().body("{\"segment\":\"b2b\"}").put("/quarantine/" + id).then().statusCode(202);

        assertThat(Topics.all(Topic.CUSTOMERS)).anyMatch(record -> record.key().equals("c-q5"));
    }

    @Test
    void allOfAKindAreSentAgainInTheOrderInWhichTheyCame() {
        Instant came = Instant.now().minusSeconds(60);
        inbox.keep(List.of(
                arrival("q6-late", "/q-kind", came.plusSeconds(2)),
                arrival("q6-early", "/q-kind", came),
                arrival("", "/q-kind", came.plusSeconds(1))));

        given().post("/quarantine/resend?source=/q-kind&limit=2")
                .then()
                .statusCode(200)
                .body("resent", equalTo(1))
                .body("refused", equalTo(1))
                .body("next", notNullValue());
        given().post("/quarantine/resend?source=/q-kind")
                .then()
                .body("resent", equalTo(1))
                .body("refused", equalTo(1));

        Signal early = EventCodec.signal(EventCodec.read(Topics.event(Topic.SIGNALS, "q6-early")));
        assertThat(early.receivedAt()).isPresent();
        assertThat(Topics.event(Topic.SIGNALS, "q6-late").key()).isEqualTo("c-q6-late");
    }

    @Test
    void aSecondDeliveryOfARefusalChangesNothing() {
        QuarantineInbox.Arrival arrival = arrival("q7", "/q-twice", Instant.now());
        inbox.keep(List.of(arrival));
        quarantine.settle(arrival.id(), Quarantined.Status.DROPPED, Optional.empty(), Instant.now());

        inbox.keep(List.of(arrival));

        assertThat(quarantine.find(arrival.id()).orElseThrow().status()).isEqualTo(Quarantined.Status.DROPPED);
    }

    @Test
    void whatTheDatabaseCannotHoldHoldsUpNobody() {
        Delivery delivery = publisher.begin();
        delivery.send(
                waitingFor(
                        "q11",
                        "stripe:"
                                + new Random(11)
                                        .ints(4_000, 'a', 'z')
                                        .mapToObj(Character::toString)
                                        .collect(Collectors.joining())),
                "/q-unkept");
        delivery.send(waitingFor("q12", "stripe:cus_q12"), "/q-unkept");
        delivery.await();

        String id = onlyOne("/q-unkept");

        given().get("/quarantine/" + id).then().body("text", containsString("q12"));
        given().get("/q/metrics").then().body(containsString("vigie_quarantine_unkept_total"));
    }

    private static Refused waitingFor(String id, String alias) {
        return new Refused(
                "unknown-customer",
                "nobody is known by it yet",
                Via.SIGNALS,
                "/q-unkept",
                Optional.empty(),
                STRUCTURED,
                Refused.encode(event(id, "/q-unkept", "complaint.filed").getBytes(StandardCharsets.UTF_8)),
                Instant.now(),
                List.of(alias));
    }

    @Test
    void whatWaitsGoesOnWaitingWhileItsSourceIsAwayAndStandsInNobodysWay() {
        Instant came = Instant.now().minusSeconds(60);
        List<QuarantineInbox.Arrival> stuck = IntStream.range(0, 201)
                .mapToObj(at -> waiting(Via.SOURCE, "/sources/away", "q13-" + at, "stripe:cus_q13", came))
                .toList();
        inbox.keep(stuck);
        inbox.keep(List.of(waiting(Via.SIGNALS, "/q-behind", "q13-behind", "stripe:cus_q13", came.plusSeconds(1))));

        given().body("{\"stripe\":\"cus_q13\"}")
                .put("/customers/c-q13/aliases")
                .then()
                .statusCode(200);

        await().untilAsserted(() ->
                assertThat(Topics.event(Topic.SIGNALS, "q13-behind").key()).isEqualTo("c-q13-behind"));
        assertThat(quarantine.find(stuck.getLast().id()).orElseThrow()).satisfies(kept -> {
            assertThat(kept.open()).isTrue();
            assertThat(kept.waitsFor()).containsExactly("stripe:cus_q13");
            assertThat(kept.detail()).contains("there is no source \"away\"");
        });
        stuck.forEach(
                one -> quarantine.settle(one.id(), Quarantined.Status.DROPPED, Optional.of("ops"), Instant.now()));
    }

    @Test
    void whatIsSentAgainAfterItWasDroppedWaitsAgain() {
        Instant came = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        QuarantineInbox.Arrival waits = waiting(Via.SIGNALS, "/q-reopened", "q14", "stripe:cus_q14", came);
        QuarantineInbox.Arrival bad = arrival("q15", "/q-reopened", came);
        inbox.keep(List.of(waits, bad));
        List.of(waits, bad)
                .forEach(one -> quarantine.settle(
                        one.id(), Quarantined.Status.DROPPED, Optional.of("ops"), came.plusSeconds(10)));

        inbox.keep(List.of(
                at(waits, came.plusSeconds(20)), at(waits, came.plusSeconds(30)), at(bad, came.plusSeconds(20))));

        assertThat(quarantine.find(waits.id()).orElseThrow()).satisfies(kept -> {
            assertThat(kept.status()).isEqualTo(Quarantined.Status.OPEN);
            assertThat(kept.waitsFor()).containsExactly("stripe:cus_q14");
            assertThat(kept.at()).isEqualTo(came.plusSeconds(30));
        });
        assertThat(quarantine.find(bad.id()).orElseThrow().status())
                .as("its sender was told that it is refused")
                .isEqualTo(Quarantined.Status.DROPPED);
        quarantine.settle(waits.id(), Quarantined.Status.DROPPED, Optional.of("ops"), Instant.now());
    }

    private static QuarantineInbox.Arrival at(QuarantineInbox.Arrival arrival, Instant at) {
        Refused refused = arrival.refused();
        return like(arrival, refused.reason(), refused.via(), refused.waitsFor(), at);
    }

    private static QuarantineInbox.Arrival waiting(Via via, String source, String id, String alias, Instant at) {
        return like(arrival(id, source, at), "unknown-customer", via, List.of(alias), at);
    }

    private static QuarantineInbox.Arrival like(
            QuarantineInbox.Arrival arrival, String reason, Via via, List<String> waitsFor, Instant at) {
        Refused refused = arrival.refused();
        return new QuarantineInbox.Arrival(
                arrival.id(),
                arrival.key(),
                new Refused(
                        reason,
                        refused.detail(),
                        via,
                        refused.source(),
                        refused.line(),
                        refused.contentType(),
                        refused.rawBase64(),
                        at,
                        waitsFor));
    }

    @Test
    void whatIsRightlyRefusedIsDropped() {
        QuarantineInbox.Arrival arrival = arrival("q8", "/q-drop", Instant.now());
        inbox.keep(List.of(arrival));

        given().delete("/quarantine/" + arrival.id()).then().statusCode(204);

        given().get("/quarantine?source=/q-drop&status=open").then().body("items.size()", equalTo(0));
        given().get("/quarantine?source=/q-drop&status=dropped").then().body("items.size()", equalTo(1));
    }

    @Test
    void theListGoesOnWhereThePageBeforeEnded() {
        Instant came = Instant.now();
        inbox.keep(List.of(
                arrival("q9a", "/q-pages", came), arrival("q9b", "/q-pages", came), arrival("q9c", "/q-pages", came)));

        String next = given().get("/quarantine?source=/q-pages&limit=2")
                .then()
                .body("items.size()", equalTo(2))
                .extract()
                .path("next");

        given().get("/quarantine?source=/q-pages&limit=2&after=" + next).then().body("items.size()", equalTo(1));
        given().get("/quarantine?status=lost").then().statusCode(400).contentType("application/problem+json");
        given().get("/quarantine/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void whatIsOpenIsMeasuredByReason() {
        inbox.keep(List.of(arrival("q10", "/q-measured", Instant.now())));

        keeping.measure();

        given().get("/q/metrics")
                .then()
                .body(containsString("vigie_quarantine_open{reason=\"unknown-type\",source=\"/q-measured\"}"));
    }

    private static QuarantineInbox.Arrival arrival(String id, String source, Instant at) {
        byte[] raw = event(id, source, "complaint.filed").getBytes(StandardCharsets.UTF_8);
        return new QuarantineInbox.Arrival(
                UUID.randomUUID(),
                "c-" + id,
                new Refused(
                        "unknown-type",
                        "the type was added to the catalogue later",
                        Via.SIGNALS,
                        source,
                        Optional.empty(),
                        STRUCTURED,
                        Refused.encode(raw),
                        at,
                        List.of()));
    }

    private static String onlyOne(String source) {
        return await().until(
                        () -> given().queryParam("source", source)
                                .get("/quarantine")
                                .path("items[0].id"),
                        found -> found != null);
    }

    private static String event(String id, String source, String type) {
        return """
                {"specversion":"1.0","id":"%s","source":"%s","type":"%s","subject":"c-%s","time":"2025-03-01T10:00:00Z","data":{}}""".formatted(id, source, type, id);
    }
}
