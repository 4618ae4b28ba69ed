package io.vigie.retention.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import io.vigie.testkit.BackendsResource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each role finds the doors open that are theirs, and the others shut with the reason. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class DoorsTest {
    @ParameterizedTest(name = "{0} {1}: agent {2}, manager {3}, analyst {4}, ops {5}, source {6}")
    @CsvSource({
        "GET, /tasks, 200, 200, 403, 403, 403",
        "GET, /cases, 200, 200, 200, 403, 403",
        "GET, /cases/none, 404, 404, 403, 403, 403",
        "GET, /cases/none/contacts, 404, 404, 403, 403, 403",
        "GET, /summary, 200, 200, 200, 403, 403",
        "GET, /save-rates, 200, 200, 200, 403, 403",
        "GET, /no-actions, 200, 200, 200, 403, 403",
        "GET, /barometer, 200, 200, 200, 403, 403",
        "GET, /offers, 200, 200, 403, 403, 403",
        "GET, /offers/budget, 200, 200, 200, 403, 403",
        "GET, /letters, 200, 200, 403, 403, 403",
        "GET, /outgoing, 200, 200, 403, 403, 403",
        "GET, /interviews?customer=nobody, 200, 200, 403, 403, 403",
        "GET, /people, 200, 200, 403, 403, 403",
        "GET, /ticks/none, 200, 200, 200, 200, 403",
        "GET, /audit, 403, 200, 200, 403, 403",
        "GET, /policies, 403, 200, 200, 403, 403",
        "GET, /admin/webhooks, 403, 200, 403, 403, 403",
        "GET, /customers/nobody/held, 403, 200, 403, 403, 403",
        "POST, /customers/nobody/overrule, 400, 400, 403, 403, 403",
        "POST, /tasks/none/complete, 400, 400, 403, 403, 403",
        "POST, /letters, 400, 400, 403, 403, 403",
        "GET, /go-live, 403, 200, 200, 403, 403",
        "POST, /policies, 403, 400, 403, 403, 403",
        "POST, /barometer, 403, 400, 403, 403, 403",
        "DELETE, /people/nobody, 403, 404, 403, 403, 403"
    })
    void whoMayDoWhat(Method method, String path, int agent, int manager, int analyst, int ops, int source) {
        asks("agent", method, path).statusCode(agent);
        asks("manager", method, path).statusCode(manager);
        asks("analyst", method, path).statusCode(analyst);
        asks("ops", method, path).statusCode(ops);
        asks("source", method, path).statusCode(source);
    }

    @Test
    void whoIsRefusedLearnsWhoseItIs() {
        asks("source", Method.GET, "/tasks")
                .contentType("application/problem+json")
                .body("type", equalTo("urn:vigie:problem:not-for-you"))
                .body("detail", containsString("agent or lead or manager"));
        asks("agent", Method.GET, "/policies").contentType("application/problem+json");
    }

    @Test
    void nobodyDecidesInAnothersName() {
        given().auth()
                .preemptive()
                .basic("agent", "agent")
                .contentType(ContentType.JSON)
                .body("{\"because\":\"as it is\",\"by\":\"manager\"}")
                .post("/customers/nobody/overrule")
                .then()
                .statusCode(403)
                .body("detail", containsString("leave \"by\" out"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases;x",
                "/cases%3Bx",
                "/cases%3bx=1",
                "/admin;x/webhooks",
                "/desk;x",
                "/desk;x/policy",
                "/;/desk",
                "/questions/..;/desk",
                "/q/health;x"
            })
    void aPathWithASemicolonIsTurnedAwayBeforeAnybodyReadsIt(String path) throws Exception {
        HttpResponse<String> answer = raw("GET", path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("urn:vigie:problem:wrong-path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases",
                "/cases/",
                "//cases",
                "/./cases",
                "/%63ases",
                "/q/../cases",
                "/q/%2e%2e/cases",
                "/q/%2E./admin/webhooks",
                "/customers",
                "/customers/c/permissions",
                "/admin/webhooks",
                "/admin%2Fwebhooks",
                "/nothing/there",
                "/audit",
                "/policies",
                "/go-live"
            })
    void whoIsUnknownSeesNothing(String path) throws Exception {
        assertThat(raw("GET", path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "//desk", "/desk/policy", "/%64esk", "/desk%2Fpolicy", "/q/../desk"})
    void whoIsUnknownIsSentToTheForm(String path) throws Exception {
        assertThat(raw("GET", path).statusCode()).isIn(302, 401);
    }

    @ParameterizedTest
    @CsvSource({
        "/login, 200",
        "/look/vigie.css, 200",
        "/desk-assets/queue.js, 200",
        "/q/health/live, 200",
        "/questions/nobody, 404"
    })
    void whatEverybodyMaySeeStaysOpen(String path, int status) throws Exception {
        assertThat(raw("GET", path).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /tasks, true",
        "POST, /tasks/t/complete, true",
        "GET, /policies, false",
        "POST, /policies, false",
        "GET, /audit, false",
        "GET, /go-live/run, false",
        "DELETE, /admin/webhooks/w, false"
    })
    void whereTheApiIsOpenToAllWhatWantsANameStillDoes(String method, String path, boolean open) {
        assertThat(Doors.on(path, method).lets(true)).isEqualTo(open);
        assertThat(Doors.on(path, method).lets(false)).isFalse();
    }

    private static HttpResponse<String> raw(String method, String path) throws Exception {
        URI there = URI.create("http://localhost:" + RestAssured.port + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(there)
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static ValidatableResponse asks(String name, Method method, String path) {
        return given().auth()
                .preemptive()
                .basic(name, name)
                .contentType(ContentType.JSON)
                .request(method, path)
                .then();
    }
}
