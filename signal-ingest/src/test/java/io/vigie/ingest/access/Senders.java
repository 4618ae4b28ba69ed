package io.vigie.ingest.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Genuine requests of every scheme, signed the way that the senders' own documentation says. */
final class Senders {
    static final String ADDRESS = "https://vigie.example/sources/crm?team=north";
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private Senders() {}

    static AuthSpec spec(Scheme scheme) {
        return scheme == Scheme.HEADER
                ? new AuthSpec(scheme, Optional.of("X-Crm-Token"), false, Optional.empty())
                : AuthSpec.of(scheme);
    }

    /** A secret as that scheme's senders give them out. */
    static String secret(Scheme scheme, String seed) {
        return switch (scheme) {
            case STANDARD_WEBHOOKS -> "whsec_" + BASE64.encodeToString(seed.getBytes(UTF_8));
            case BASIC -> "crm:" + seed;
            default -> seed;
        };
    }

    static RawRequest request(Scheme scheme, String secret, Instant now, String body) {
        String seconds = Long.toString(now.getEpochSecond());
        String millis = Long.toString(now.toEpochMilli());
        Map<String, String> headers =
                switch (scheme) {
                    case ZENDESK ->
                        Map.of(
                                "x-zendesk-webhook-signature",
                                base64(hmac("HmacSHA256", secret, now + body)),
                                "x-zendesk-webhook-signature-timestamp",
                                now.toString());
                    case HUBSPOT ->
                        Map.of(
                                "x-hubspot-signature-v3",
                                base64(hmac("HmacSHA256", secret, "POST" + ADDRESS + body + millis)),
                                "x-hubspot-request-timestamp",
                                millis);
                    case INTERCOM -> Map.of("x-hub-signature", "sha1=" + hex(hmac("HmacSHA1", secret, body)));
                    case SEGMENT -> Map.of("x-signature", hex(hmac("HmacSHA1", secret, body)));
                    case STRIPE ->
                        Map.of(
                                "stripe-signature",
                                "t=" + seconds + ",v1=" + hex(hmac("HmacSHA256", secret, seconds + "." + body)));
                    case RECURLY ->
                        Map.of(
                                "recurly-signature",
                                millis + "," + hex(hmac("HmacSHA256", secret, millis + "." + body)));
                    case STANDARD_WEBHOOKS -> standard(secret, seconds, body);
                    case BASIC -> Map.of("authorization", "Basic " + base64(secret.getBytes(UTF_8)));
                    case HEADER -> Map.of("x-crm-token", secret);
                    case SALESFORCE_ORGANIZATION, BEARER -> throw new IllegalArgumentException(scheme.word());
                };
        return new RawRequest("POST", ADDRESS, headers, body.getBytes(UTF_8));
    }

    private static Map<String, String> standard(String secret, String seconds, String body) {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        byte[] signature = hmac("HmacSHA256", key, ("msg_1." + seconds + "." + body).getBytes(UTF_8));
        return Map.of(
                "webhook-id", "msg_1", "webhook-timestamp", seconds, "webhook-signature", "v1," + base64(signature));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static String base64(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }

    static byte[] hmac(String algorithm, String secret, String signed) {
        return hmac(algorithm, secret.getBytes(UTF_8), signed.getBytes(UTF_8));
    }

    private static byte[] hmac(String algorithm, byte[] key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
