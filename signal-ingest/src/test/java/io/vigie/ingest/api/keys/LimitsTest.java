package io.vigie.ingest.api.keys;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vigie.ingest.api.signals.SignalsApiTest;
import io.vigie.testkit.BackendsResource;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one sender cannot take from the others, and how senders ask before they deliver. */
@QuarkusTest
@TestProfile(AccessTest.AsInACompany.class)
@WithTestResource(BackendsResource.class)
class LimitsTest {
    private static final int STALLED = 30;
    private static final String STALLING = "POST /signals HTTP/1.1\r\nHost: vigie\r\nX-API-Key: " + AccessTest.ADMIN_KEY
            + "\r\nContent-Type: application/cloudevents+json\r\nContent-Length: 500\r\n\r\n{\"specversion\":";

    @TestHTTPResource
    private URI address;

    @Test
    void aClientThatStallsIsLetGoAndTheOthersAreServedMeanwhile() throws IOException {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int each = 0; each < STALLED; each++) {
                Socket socket = new Socket(address.getHost(), address.getPort());
                socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
                socket.getOutputStream().write(STALLING.getBytes(US_ASCII));
                stalled.add(socket);
            }

            AccessTest.bearing(AccessTest.ADMIN_KEY)
                    .contentType("application/cloudevents+json")
                    .body(SignalsApiTest.event("meanwhile", "order.placed", "{}"))
                    .post("/signals")
                    .then()
                    .statusCode(202);
            for (Socket socket : stalled) {
                String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
                assertThat(answer).satisfiesAnyOf(it -> assertThat(it).isEmpty(), it -> assertThat(it)
                        .startsWith("HTTP/1.1 408"));
            }
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signals", "/sources/cloudevents"})
    void anOriginThatIsAllowedIsToldHowOftenItMayDeliver(String path) {
        given().header("WebHook-Request-Origin", "events.example.com")
                .header("WebHook-Request-Rate", "120")
                .options(path)
                .then()
                .statusCode(200)
                .header("WebHook-Allowed-Origin", equalTo("events.example.com"))
                .header("WebHook-Allowed-Rate", equalTo("6000"));
        AccessTest.refused(
                        given().header("WebHook-Request-Origin", "elsewhere.example.com")
                                .options(path)
                                .then(),
                        403)
                .header("WebHook-Allowed-Origin", nullValue());
        given().options(path).then().statusCode(200).header("WebHook-Allowed-Origin", nullValue());
    }

    @Test
    void aTokenOfTheIssuerOpensWhatItsRolesAreFor() {
        AccessTest.bearing(Tokens.of("crm", "signals"))
                .contentType("application/cloudevents+json")
                .body(SignalsApiTest.event("by-token", "order.placed", "{}"))
                .post("/signals")
                .then()
                .statusCode(202);
        AccessTest.bearing(Tokens.of("boss", "admin")).get("/admin/keys").then().statusCode(200);
        AccessTest.refused(
                AccessTest.bearing(Tokens.of("crm", "signals"))
                        .get("/admin/keys")
                        .then(),
                403);
        AccessTest.refused(
                AccessTest.bearing(Tokens.of("crm", "signals") + "x")
                        .body("{}")
                        .post("/signals")
                        .then(),
                401);
        AccessTest.refused(
                AccessTest.bearing(Tokens.forSomebodyElse("crm", "signals"))
                        .body("{}")
                        .post("/signals")
                        .then(),
                401);
        AccessTest.refused(
                AccessTest.bearing(Tokens.ofAnotherIssuer("crm", "signals"))
                        .body("{}")
                        .post("/signals")
                        .then(),
                401);
    }
}
