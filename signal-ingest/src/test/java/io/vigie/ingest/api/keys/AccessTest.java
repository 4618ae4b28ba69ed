package io.vigie.ingest.api.keys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vigie.ingest.api.signals.SignalsApiTest;
import io.vigie.ingest.api.sources.ConnectStripeTest;
import io.vigie.testkit.BackendsResource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As a company runs it: nothing is open, and a key opens what it is for. */
@QuarkusTest
@TestProfile(AccessTest.AsInACompany.class)
@WithTestResource(BackendsResource.class)
public class AccessTest {
    public static final String ADMIN_KEY = "vk_of-the-operator-0123456789abcdef";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, /signals",
        "PUT, /customers/c1",
        "POST, /imports/online-retail",
        "GET, /imports/2b1c3c6e-6b0f-4a3e-9d0a-0d9b6d1f2a3b",
        "GET, /sources",
        "PUT, /sources/ravenstack-usage/lookups/subscriptions",
        "POST, /ticks",
        "GET, /admin/keys",
        "POST, /admin/keys",
        "POST, /guarded/crm"
    })
    void nothingIsOpen(String method, String path) {
        refused(given().body("{}").request(method, path).then(), 401);
        refused(
                given().header("X-API-Key", "vk_nobody")
                        .body("{}")
                        .request(method, path)
                        .then(),
                401);
        refused(bearing("vk_nobody").body("{}").request(method, path).then(), 401);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /admin;x/keys",
        "GET, /admin%3Bx/keys",
        "POST, /admin/keys;x",
        "GET, /quarantine;x",
        "GET, /;x/quarantine",
        "GET, /ops;x/quarantine",
        "GET, /customers/c1;x/export"
    })
    void aSemicolonInThePathOpensNothing(String method, String path) {
        int status = given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .body("{}")
                .request(method, path)
                .statusCode();

        assertThat(status).isIn(302, 400, 401, 404);
    }

    @Test
    void whoIsNotKnownIsNotToldWhatSourcesThereAre() {
        refused(given().body("{}").post("/sources/none").then(), 404).body("detail", not(containsString("stripe")));
        given().head("/sources/intercom").then().statusCode(200);
        given().head("/sources/none").then().statusCode(404);
        given().head("/sources/csv").then().statusCode(404);
        refused(given().options("/sources/none").then(), 404).body("detail", not(containsString("stripe")));
        refused(bearing(ADMIN_KEY).body("{}").post("/sources/none").then(), 404)
                .body("detail", containsString("stripe"));
    }

    @Test
    void whatOperatorsAskForStaysOpen() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200);
    }

    @Test
    void aKeyOpensWhatItIsForByEitherHeader() {
        String key = key("crm", "[\"signals\"]", "");

        takesASignal(bearing(key));
        takesASignal(given().header("X-API-Key", key));
        bearing(key).post("/guarded/crm").then().statusCode(202);
        bearing(key).get("/sources").then().statusCode(200);
        refused(bearing(key).body("{}").put("/customers/c1").then(), 403);
        refused(bearing(key).body("x").post("/imports/online-retail").then(), 403);
        refused(bearing(key).get("/admin/keys").then(), 403).body("detail", endsWith("scope admin"));
        refused(bearing(key).get("/imports").then(), 403).body("detail", endsWith("scope imports"));
        bearing(key("cdp", "[\"customers\"]", ""))
                .body("{}")
                .put("/customers/c1")
                .then()
                .statusCode(202);
    }

    @Test
    void aKeyForOneSourceOpensThatOneOnly() {
        String importing = key("erp", "[\"imports:ravenstack-usage\"]", "");
        String signalling = key("shop", "[\"signals:shop\"]", "");

        bearing(importing)
                .body("subscription_id,account_id\nS-1,A-1\n")
                .put("/sources/ravenstack-usage/lookups/subscriptions")
                .then()
                .statusCode(200);
        bearing(importing)
                .body("usage_id,subscription_id\n")
                .post("/imports/ravenstack-usage")
                .then()
                .statusCode(not(403));
        refused(bearing(importing).body("x").post("/imports/online-retail").then(), 403);
        bearing(signalling).post("/guarded/shop").then().statusCode(202);
        refused(bearing(signalling).post("/guarded/crm").then(), 403);
        refused(bearing(signalling).body("{}").post("/signals").then(), 403);
    }

    @Test
    void whoImportsOneSourceSeesWhatBecameOfItsFilesAlone() {
        String own = key("erp-own", "[\"imports:csv\"]", "");
        String other = key("erp-other", "[\"imports:returned-mail\"]", "");
        String id = bearing(own)
                .body("id,type,customer,time\n1,complaint.fild,c-own,2025-03-01\n")
                .post("/imports/csv")
                .then()
                .statusCode(200)
                .extract()
                .path("id");

        bearing(own).get("/imports/" + id).then().statusCode(200).body("refused", equalTo(1));
        assertThat(bearing(own).get("/imports/" + id + "/refused").asString()).contains("unknown-type");
        bearing(own).get("/imports").then().statusCode(200).body("source.unique()", equalTo(List.of("csv")));
        refused(bearing(other).get("/imports/" + id).then(), 403);
        refused(bearing(other).get("/imports/" + id + "/refused").then(), 403);
        bearing(other).get("/imports").then().statusCode(200).body("size()", equalTo(0));
        refused(bearing(other).get("/imports/" + UUID.randomUUID()).then(), 403);
    }

    @Test
    void anAdminMayDoEverything() {
        takesASignal(bearing(ADMIN_KEY));
        bearing(ADMIN_KEY).body("{}").put("/customers/c1").then().statusCode(202);
        bearing(ADMIN_KEY)
                .body("subscription_id,account_id\nS-2,A-2\n")
                .put("/sources/ravenstack-usage/lookups/subscriptions")
                .then()
                .statusCode(200);
        bearing(ADMIN_KEY).post("/guarded/crm").then().statusCode(202);
    }

    @Test
    void aRevokedKeyIsNoKey() {
        String id = created("leaver", "[\"signals\"]", "").extract().path("id");
        String key = key("stays", "[\"signals\"]", "");
        String revoked = created("goes", "[\"signals\"]", "").extract().path("key");
        takesASignal(bearing(revoked));

        String revokedId = bearing(ADMIN_KEY).get("/admin/keys").path("find { it.name == 'goes' }.id");
        bearing(ADMIN_KEY).delete("/admin/keys/" + revokedId).then().statusCode(204);

        refused(bearing(revoked).body("{}").post("/signals").then(), 401);
        takesASignal(bearing(key));
        bearing(ADMIN_KEY).delete("/admin/keys/" + id).then().statusCode(204);
        refused(
                bearing(ADMIN_KEY)
                        .delete("/admin/keys/2b1c3c6e-6b0f-4a3e-9d0a-0d9b6d1f2a3b")
                        .then(),
                404);
    }

    @Test
    void aKeyCanEndByItself() {
        String past = ",\"expiresAt\":\"" + Instant.now().minusSeconds(1) + "\"";
        String soon = ",\"expiresAt\":\"" + Instant.now().plusSeconds(2) + "\"";

        refused(
                bearing(key("old", "[\"signals\"]", past))
                        .body("{}")
                        .post("/signals")
                        .then(),
                401);
        String ending = key("soon", "[\"signals\"]", soon);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> bearing(ending).body("{}").post("/signals").then().statusCode(401));
    }

    @Test
    void aKeyIsShownOnceAndItsUseIsSeen() {
        String key = created("seen", "[\"signals\"]", "")
                .body("key", startsWith("vk_"))
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .path("key");
        takesASignal(bearing(key));

        bearing(ADMIN_KEY)
                .get("/admin/keys")
                .then()
                .statusCode(200)
                .body(not(containsString(key)))
                .body("name", hasItem("seen"))
                .body("find { it.name == 'seen' }.ending", equalTo(key.substring(key.length() - 4)))
                .body("find { it.name == 'seen' }.lastUsedAt", notNullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"scopes\":[\"signals\"]}|name",
                "{\"name\":\"x\"}|scopes",
                "{\"name\":\"x\",\"scopes\":[\"everything\"]}|signals, customers",
                "{\"name\":\"x\",\"scopes\":[\"signals:../x\"]}|signals, customers",
                "{\"name\":\"x\",\"scopes\":[\"signals\"],\"rateLimit\":{\"perSecond\":0,\"burst\":1}}|rateLimit"
            })
    void whatAKeyLacksIsTold(String body, String told) {
        refused(bearing(ADMIN_KEY).body(body).post("/admin/keys").then(), 422).body("detail", containsString(told));
    }

    @Test
    void aKeyIsServedAsOftenAsItsRateAllows() {
        String key = key("eager", "[\"signals\"]", ",\"rateLimit\":{\"perSecond\":1,\"burst\":2}");
        takesASignal(bearing(key));
        takesASignal(bearing(key));

        ValidatableResponse answer =
                refused(bearing(key).body("{}").post("/signals").then(), 429);

        assertThat(Integer.parseInt(answer.extract().header("Retry-After"))).isBetween(1, 2);
        takesASignal(bearing(key("patient", "[\"signals\"]", "")));
        given().get("/q/metrics")
                .then()
                .body(containsString("vigie_requests_turned_away_total{reason=\"too-many-requests\"}"));
    }

    @Test
    void aSignatureOpensItsSourceAndNeedsNoKey() {
        String time = Long.toString(Instant.now().getEpochSecond());
        Map<String, String> signed = new HashMap<>(Map.of("Stripe-Signature", Signed.stripe("whsec_one", time, "{}")));

        given().headers(signed).body("{}").post("/guarded/stripe").then().statusCode(202);
        given().headers(Map.of("Stripe-Signature", Signed.stripe("whsec_two", time, "{}")))
                .body("{}")
                .post("/guarded/stripe")
                .then()
                .statusCode(202);
        refused(given().headers(signed).body("{ }").post("/guarded/stripe").then(), 401)
                .body("detail", not(containsString("whsec")));
        refused(given().body("{}").post("/guarded/stripe").then(), 401)
                .body("detail", containsString("Stripe-Signature"));
        refused(bearing(ADMIN_KEY).body("{}").post("/guarded/stripe").then(), 401);
        refused(given().body("{}").post("/guarded/zendesk").then(), 503)
                .body("type", equalTo("urn:vigie:problem:secret-missing"));
    }

    static RequestSpecification bearing(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    static String key(String name, String scopes, String more) {
        return created(name, scopes, more).extract().path("key");
    }

    private static ValidatableResponse created(String name, String scopes, String more) {
        return bearing(ADMIN_KEY)
                .body("{\"name\":\"" + name + "\",\"scopes\":" + scopes + more + "}")
                .post("/admin/keys")
                .then()
                .statusCode(201);
    }

    private static void takesASignal(RequestSpecification request) {
        request.contentType("application/cloudevents+json")
                .body(SignalsApiTest.event("by-key", "order.placed", "{}"))
                .post("/signals")
                .then()
                .statusCode(202);
    }

    static ValidatableResponse refused(ValidatableResponse answer, int status) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", startsWith("urn:vigie:problem:"))
                .body("title", notNullValue())
                .body("detail", notNullValue());
        if (status == 401) {
            answer.header("WWW-Authenticate", notNullValue());
        }
        return answer;
    }

    /** Keys, secrets, little patience, one origin, and an issuer that tells its keys when it is asked. */
    public static final class AsInACompany implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "vigie.api-policy", "authenticated",
                    "vigie.admin-key", ADMIN_KEY,
                    "vigie.secret.\"stripe\"", "whsec_one,whsec_two",
                    "vigie.secret-files", ConnectStripeTest.SECRETS.toString(),
                    "vigie.webhook-origins", "events.example.com",
                    "vigie.rate-limit.per-second", "100",
                    "quarkus.http.read-timeout", "2s",
                    "quarkus.oidc.auth-server-url", Tokens.issuer(),
                    "quarkus.oidc.token.audience", Tokens.AUDIENCE,
                    "quarkus.oidc.roles.role-claim-path", "roles");
        }
    }
}
