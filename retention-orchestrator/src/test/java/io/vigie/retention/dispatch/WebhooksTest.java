package io.vigie.retention.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vigie.events.customer.Segment;
import io.vigie.events.wire.WebhookSignature;
import io.vigie.retention.ARisk;
import io.vigie.retention.Broker;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class WebhooksTest {
    @Inject
    Broker broker;

    @Inject
    WebhookRound round;

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private int answer = 204;

    /** What came in. */
    private record Call(String id, String time, String signature, String body) {}

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        List<String> all = manager().get("/admin/webhooks").path("id");
        all.forEach(id -> manager().delete("/admin/webhooks/" + id));
    }

    @Test
    void whatHappensToACaseIsToldSigned() throws InterruptedException {
        String secret = registered().getString("secret");
        caseOf("hook-1");

        round.deliverDue();

        List<Call> told = told("hook-1");
        assertThat(told).hasSize(2).allSatisfy(call -> assertThat(call.signature())
                .isEqualTo(WebhookSignature.header(
                        secret, call.id(), Instant.ofEpochSecond(Long.parseLong(call.time())), call.body())));
        assertThat(told).extracting(Call::body).anyMatch(body -> body.contains("\"type\":\"vigie.task.assigned\""));
        manager()
                .get("/admin/webhooks/deliveries")
                .then()
                .body("[0].status", equalTo("delivered"))
                .body("[0].answer", equalTo("204"));
    }

    @Test
    void whatIsNotTakenIsTriedAgainLaterAndCanBeSentOnceMore() throws InterruptedException {
        String id = registered().getString("endpoint.id");
        answer = 500;
        caseOf("hook-2");
        round.deliverDue();
        JsonPath waiting = manager()
                .queryParam("endpoint", id)
                .queryParam("status", "waiting")
                .get("/admin/webhooks/deliveries")
                .jsonPath();
        assertThat(waiting.getList("answer")).contains("500");
        int before = told("hook-2").size();
        String event = waiting.getString("find { it.answer == '500' }.eventId");

        answer = 200;
        manager()
                .post("/admin/webhooks/" + id + "/deliveries/" + event + "/resend")
                .then()
                .statusCode(204);
        round.deliverDue();

        assertThat(told("hook-2"))
                .hasSizeGreaterThan(before)
                .extracting(Call::id)
                .contains(event);
        manager().delete("/admin/webhooks/" + id).then().statusCode(200);
        assertThat(manager()
                        .queryParam("about", "webhook/" + id)
                        .get("/audit")
                        .jsonPath()
                        .getList("deed", String.class))
                .containsExactly("disable webhook", "deliver again: " + event, "register webhook");
    }

    @Test
    void whoeverIsGoneIsToldNothingMore() throws InterruptedException {
        String id = registered().getString("endpoint.id");
        answer = 410;
        caseOf("hook-3");

        round.deliverDue();

        manager().get("/admin/webhooks").then().body("find { it.id == '" + id + "' }.because", containsString("410"));
    }

    @Test
    void theSecretIsShownOnceAndToManagersOnly() {
        String secret = registered().getString("secret");

        manager().get("/admin/webhooks").then().statusCode(200).body(not(containsString(secret)));
        given().auth()
                .preemptive()
                .basic("agent", "agent")
                .get("/admin/webhooks")
                .then()
                .statusCode(403);
        manager()
                .body("{\"url\":\"ftp://example.com\"}")
                .post("/admin/webhooks")
                .then()
                .statusCode(400);
        manager()
                .body("{\"url\":\"https://example.com\",\"types\":[\"everything\"]}")
                .post("/admin/webhooks")
                .then()
                .statusCode(400)
                .body("detail", containsString("vigie.case.opened"));
    }

    @Test
    void nothingIsPostedIntoTheHouse() throws IOException {
        for (String address : List.of(
                "127.0.0.1",
                "10.0.0.1",
                "192.168.1.1",
                "172.16.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "::1",
                "fd00::1",
                "fe80::1",
                "::ffff:10.0.0.1")) {
            assertThat(Destination.isWithin(InetAddress.getByName(address)))
                    .as(address)
                    .isTrue();
        }
        assertThat(Destination.isWithin(InetAddress.getByName("93.184.215.14"))).isFalse();
        assertThat(Destination.barred(URI.create("http://93.184.215.14/"), false))
                .isPresent();
        assertThat(Destination.barred(URI.create("https://user@93.184.215.14/"), false))
                .isPresent();
        assertThat(Destination.barred(URI.create("https://93.184.215.14/"), false))
                .isEmpty();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(new Call(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    private JsonPath registered() {
        String url = "http://localhost:" + server.getAddress().getPort() + "/hooks";
        return manager()
                .body("{\"url\":\"" + url + "\"}")
                .post("/admin/webhooks")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void caseOf(String customer) {
        broker.tells(
                customer + "-1", ARisk.of(customer).in(Segment.B2B).worth(4_000).atRisk());
        broker.toldOf(customer, 2);
    }

    private List<Call> told(String customer) {
        return calls.stream().filter(call -> call.body().contains(customer)).toList();
    }

    private static RequestSpecification manager() {
        return given().auth().preemptive().basic("manager", "manager").contentType(ContentType.JSON);
    }
}
