package io.vigie.kpi.board;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.specification.RequestSpecification;
import io.vigie.kpi.Company;
import io.vigie.kpi.Facts;
import io.vigie.kpi.History;
import io.vigie.kpi.store.Delivery;
import io.vigie.kpi.store.Ledger;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class BoardTest {
    @Inject
    Facts facts;

    @Inject
    Ledger ledger;

    @BeforeEach
    void nothingIsKnown() {
        facts.forget();
    }

    @Test
    void whoIsNotSignedInIsSentToTheForm() {
        given().redirects()
                .follow(false)
                .get("/board")
                .then()
                .statusCode(302)
                .header("Location", containsString("/login"));
        given().get("/login").then().statusCode(200).body(containsString("j_password"));
    }

    @Test
    void aWrongPasswordIsSaidSo() {
        given().redirects()
                .follow(false)
                .formParam("j_username", "manager")
                .formParam("j_password", "guess")
                .post("/j_security_check")
                .then()
                .statusCode(302)
                .header("Location", containsString("/login?failed=true"));
    }

    @Test
    void anEmptyDatabaseShowsThatNothingIsThereYet() {
        signedIn()
                .get("/board")
                .then()
                .statusCode(200)
                .body(containsString("No customer yet"))
                .body(not(containsString("NaN")));
    }

    @Test
    void theQuarterIsShownInEnglishAndInFrench() {
        known();

        signedIn()
                .get("/board?first=2025-01-01&last=2025-03-31")
                .then()
                .statusCode(200)
                .body(containsString("Customers lost"))
                .body(containsString("60%"))
                .body(containsString("€380"))
                .body(containsString("600 ms"));
        signedIn()
                .get("/board?first=2025-01-01&last=2025-03-31&lang=fr")
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"fr\">"))
                .body(containsString("Clients perdus"))
                .body(containsString("60\u00a0%"))
                .body(containsString("380\u00a0€"))
                .body(containsString("Visite du commercial"));
    }

    @Test
    void aPeriodThatMakesNoSenseIsSaidSoAndTheUsualOneShown() {
        known();

        signedIn()
                .get("/board?first=2025-03-31&last=2025-01-01")
                .then()
                .statusCode(200)
                .body(containsString("The first day must come before the last one."))
                .body(containsString("Customers lost"));
        signedIn()
                .get("/board?first=x&last=2025-01-01")
                .then()
                .statusCode(200)
                .body(containsString("The first day must come before the last one."));
    }

    private void known() {
        List<Delivery> deliveries = new ArrayList<>();
        for (History.Sent record : Company.firstQuarter().events()) {
            deliveries.add(new Delivery(
                    record.topic(),
                    0,
                    deliveries.size(),
                    Optional.empty(),
                    Optional.empty(),
                    new Delivery.Reading.Read(record.event())));
        }
        ledger.keep(deliveries);
    }

    private static RequestSpecification signedIn() {
        CookieFilter cookies = new CookieFilter();
        given().filter(cookies)
                .redirects()
                .follow(false)
                .formParam("j_username", "manager")
                .formParam("j_password", "manager")
                .post("/j_security_check")
                .then()
                .statusCode(302);
        return given().filter(cookies);
    }
}
