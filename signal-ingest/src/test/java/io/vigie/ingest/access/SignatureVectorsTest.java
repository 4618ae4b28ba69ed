package io.vigie.ingest.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.events.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What senders publish of their own signatures is reproduced to the letter. */
class SignatureVectorsTest {
    private static final String ZENDESK_SECRET = "HRkRd4BeOAoUkfZr-mhauJT64rvBASlJRoIyPsd3zeA=";
    private static final String ZENDESK_TIME = "2021-07-25T10:00:00Z";

    @Test
    void zendesk() {
        genuine(Scheme.ZENDESK, ZENDESK_SECRET, ZENDESK_TIME, zendesk("Rry/4TtIdFyawtXXp8QdI6tlAUUQ/5kL1OTp5qo/ZIk="));
    }

    @Test
    void zendeskByTheOrderOfItsOldDocumentationIsRefused() {
        refused(Scheme.ZENDESK, ZENDESK_SECRET, ZENDESK_TIME, zendesk("tRDSF7URY8BLCDlaBcQ7FHu051Zk+aAB0NKMP53teMw="));
    }

    @Test
    void standardWebhooks() {
        genuine(
                Scheme.STANDARD_WEBHOOKS,
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "2021-02-25T15:02:10Z",
                request(
                        "{\"test\": 2432232314}",
                        Map.of(
                                "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                "webhook-timestamp", "1614265330",
                                "webhook-signature",
                                        "v1a,AAAA v1,bm9uZQ== v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")));
    }

    @Test
    void stripeByTheSecretAsItIsWritten() {
        genuine(
                Scheme.STRIPE,
                "whsec_test_secret",
                "2021-02-25T15:02:10Z",
                request(
                        "{\"id\":\"evt_1\",\"object\":\"event\"}",
                        Map.of(
                                "stripe-signature",
                                "t=1614265330,v1=bad,v1=42b3d2b2181207b6b299df380bf37599bb895dc182467ba12e046b1916c4cd19,v0=x")));
    }

    @Test
    void segment() {
        genuine(
                Scheme.SEGMENT,
                "segsecret",
                ZENDESK_TIME,
                request(
                        "{\"type\":\"track\",\"event\":\"x\"}",
                        Map.of("x-signature", "b684cd33308ba2c7cfe36efe783b74208073af03")));
    }

    @Test
    void everyVectorOfTheSharedFile() throws IOException {
        Path file = Path.of(System.getProperty("vigie.shared", ""), "data/webhooks/signatures/vectors.json");
        Assumptions.assumeTrue(Files.exists(file), "the shared data are not here: " + file);

        for (JsonNode vector : EventJson.mapper().readTree(file.toFile())) {
            Scheme scheme = Word.of(Scheme.class, vector.path("scheme").asText());
            Map<String, String> headers = new HashMap<>();
            vector.path("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asText()));
            JsonNode example = vector.path("example");
            if (!example.isMissingNode()) {
                headers.put(
                        "stripe-signature",
                        "t=" + example.path("t") + ",v1=" + example.path("v1").asText());
            }
            long seconds = example.path("t")
                    .asLong(vector.at("/headers/webhook-timestamp").asLong());
            genuine(
                    scheme,
                    vector.path("secret").asText(),
                    Instant.ofEpochSecond(seconds).toString(),
                    request(vector.path("body").asText(), headers));
        }
    }

    @Test
    void hubSpotsFirstVersionOnlyWhereItIsDeclared() throws Exception {
        String signature = Senders.hex(MessageDigest.getInstance("SHA-256").digest("s3cret[{}]".getBytes(UTF_8)));
        RawRequest first = request("[{}]", Map.of("x-hubspot-signature", signature));
        AuthSpec declared = new AuthSpec(Scheme.HUBSPOT, Optional.empty(), true, Optional.empty());

        refused(Scheme.HUBSPOT, "s3cret", ZENDESK_TIME, first);
        Verification.check(declared, first, List.of(Secret.of("s3cret")), Instant.EPOCH);
    }

    private static RawRequest zendesk(String signature) {
        return request(
                "{\"say\": \"hello\"}",
                Map.of(
                        "x-zendesk-webhook-signature", signature,
                        "x-zendesk-webhook-signature-timestamp", ZENDESK_TIME));
    }

    private static RawRequest request(String body, Map<String, String> headers) {
        return new RawRequest("POST", Senders.ADDRESS, headers, body.getBytes(UTF_8));
    }

    private static void genuine(Scheme scheme, String secret, String now, RawRequest request) {
        assertThatCode(() -> check(scheme, secret, now, request)).doesNotThrowAnyException();
    }

    private static void refused(Scheme scheme, String secret, String now, RawRequest request) {
        assertThatThrownBy(() -> check(scheme, secret, now, request)).isInstanceOf(NotAdmitted.class);
    }

    private static void check(Scheme scheme, String secret, String now, RawRequest request) {
        Verification.check(AuthSpec.of(scheme), request, List.of(Secret.of(secret)), Instant.parse(now));
    }
}
