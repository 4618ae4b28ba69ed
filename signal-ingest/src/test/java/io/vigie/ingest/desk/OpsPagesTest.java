package io.vigie.ingest.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookies;
import io.restassured.specification.RequestSpecification;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Via;
import io.vigie.ingest.store.QuarantineInbox;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
                .contains("/ops-list", "unknown-type", "Event", "Send all again");
        assertThat(signedIn().get("/ops/quarantine?lang=fr&status=open").asString())
                .contains("/ops-list", "Événement", "Tout renvoyer");
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
                .contains("It was taken")
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

    private UUID keep(String name, String type) {
        UUID id = UUID.randomUUID();
        inbox.keep(List.of(new QuarantineInbox.Arrival(
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
                        List.of()))));
        return id;
    }

    private static RequestSpecification signedIn() {
        Cookies cookies = given().redirects()
                .follow(false)
                .formParam("j_username", "manager")
                .formParam("j_password", "manager")
                .post("/j_security_check")
                .detailedCookies();
        return given().cookies(cookies);
    }

    private static String event(String id, String type) {
        return """
                {"specversion":"1.0","id":"%s","source":"/ops","type":"%s","subject":"c-1","time":"2025-03-01T10:00:00Z","data":{}}""".formatted(id, type);
    }
}
