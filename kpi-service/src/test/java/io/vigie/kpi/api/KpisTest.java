package io.vigie.kpi.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.kpi.Facts;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class KpisTest {
    @Inject
    Facts facts;

    @BeforeEach
    void nothingIsKnown() {
        facts.forget();
    }

    @Test
    void anEmptyDatabaseHasNoSharesAndNothingThatIsNoNumber() {
        given().get("/kpis")
                .then()
                .statusCode(200)
                .body("churn.customersLost.total", equalTo(0))
                .body("churn", not(hasKey("customersLostShare")))
                .body("churn", not(hasKey("valueLostShare")))
                .body("customersByLevel.'at-risk'", equalTo(0))
                .body("signalToTask.count", equalTo(0))
                .body("signalToTask", not(hasKey("medianMillis")))
                .body(not(containsString("NaN")));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-01,2025-01-01,must be before",
        "2025-02-01,2025-02-01,must be before",
        "soon,2025-01-01,from must be an instant",
        "2025-01-01,2025-13-01,to must be an instant",
        "-999999-01-01,2025-01-01,must lie between"
    })
    void aPeriodThatMakesNoSenseIsAProblemThatSaysHowToMendIt(String from, String to, String detail) {
        given().queryParam("from", from)
                .queryParam("to", to)
                .get("/kpis")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:vigie:problem:wrong-period"))
                .body("detail", containsString(detail));
    }

    @Test
    void theServiceTellsHowItIsAndWhatItAnswers() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory"));
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/kpis"))
                .body(not(containsString("/board")));
    }

    @Test
    void aPathWithASemicolonIsTurnedAwayAndWhatIsForgottenIsShut() {
        given().urlEncodingEnabled(false).get("/board;x").then().statusCode(400);
        given().get("/nothing/there").then().statusCode(401);
        given().get("/login").then().statusCode(200);
        given().get("/look/vigie.css").then().statusCode(200);
    }
}
