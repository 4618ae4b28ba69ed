package io.vigie.retention.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import io.vigie.testkit.BackendsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "POST, /customers/nobody/overrule, 400, 400, 403, 403, 403",
        "POST, /tasks/none/complete, 400, 400, 403, 403, 403",
        "POST, /letters, 400, 400, 403, 403, 403",
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

    private static ValidatableResponse asks(String name, Method method, String path) {
        return given().auth()
                .preemptive()
                .basic(name, name)
                .contentType(ContentType.JSON)
                .request(method, path)
                .then();
    }
}
