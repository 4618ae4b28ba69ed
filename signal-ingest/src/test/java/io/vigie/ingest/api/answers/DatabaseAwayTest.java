package io.vigie.ingest.api.answers;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vigie.ingest.api.signals.SignalsApiTest;
import io.vigie.testkit.BackendsResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** While the database is away whoever needs it is told to come again; who does not is served. */
@QuarkusTest
@WithTestResource(BackendsResource.class)
class DatabaseAwayTest {
    private static final int MORE_THAN_ARE_POOLED = 20;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void whoNeedsTheDatabaseIsToldWhenToComeAgain() throws SQLException {
        String name = url.substring(url.lastIndexOf('/') + 1);
        try (Connection other = DriverManager.getConnection(url.replace("/" + name, "/postgres"), user, password);
                Statement database = other.createStatement()) {
            database.execute("alter database \"" + name + "\" allow_connections false");
            try {
                database.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");

                isToldToComeAgain(event("stripe:cus_away").post("/signals").then());
                isToldToComeAgain(event("C-1")
                        .header("X-API-Key", "vk_" + "0".repeat(43))
                        .post("/signals")
                        .then());
                isToldToComeAgain(given().body("{\"id\":\"away\",\"time\":\"2025-01-01T00:00:00Z\"}\n")
                        .post("/imports/customers")
                        .then());
                isToldToComeAgain(given().get("/quarantine").then());
                isToldToComeAgain(given().delete("/customers/away-1").then());
                isToldToComeAgain(given().post("/customers/away-1/objection").then());
                isToldToComeAgain(given().body(
                                "[{\"channel\":\"phone\",\"purpose\":\"win-back\",\"given\":true,\"at\":\"2025-01-01T00:00:00Z\"}]")
                        .put("/customers/away-1/consents")
                        .then());
                isToldToComeAgain(given().get("/customers/away-1/consents").then());
                isToldToComeAgain(given().get("/customers/away-1/export").then());
                isToldToComeAgain(given().body("{\"name\":\"Away\"}")
                        .put("/customers/away-1")
                        .then());
                event("C-1").post("/signals").then().statusCode(202);
            } finally {
                database.execute("alter database \"" + name + "\" allow_connections true");
            }
        }
        await().until(DatabaseAwayTest::isBack);
    }

    /** Connections that were cut are in the pool until somebody stumbles over them. */
    private static boolean isBack() {
        boolean back = true;
        for (int asked = 0; asked < MORE_THAN_ARE_POOLED; asked++) {
            back &= given().get("/imports").statusCode() == 200;
        }
        return back;
    }

    private static RequestSpecification event(String subject) {
        return given().contentType("application/cloudevents+json")
                .body(SignalsApiTest.event("database-away", "order.placed", "{}")
                        .replace("\"cust-1\"", "\"" + subject + "\""));
    }

    private static void isToldToComeAgain(ValidatableResponse answer) {
        answer.statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:vigie:problem:database-away"));
    }
}
