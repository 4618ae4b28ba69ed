package io.vigie.events.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a webhook as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> says, whether it comes or goes. */
public final class WebhookSignature {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /**
     * The header {@code webhook-signature} of what is sent.
     *
     * @param secret {@code whsec_} and base64
     * @throws IllegalArgumentException when the secret is none
     */
    public static String header(String secret, String id, Instant at, String body) {
        String signed = id + "." + at.getEpochSecond() + "." + body;
        return "v1," + Base64.getEncoder().encodeToString(of(secret, signed.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The signature of bytes: id, time and body, with a full stop between them.
     *
     * @throws IllegalArgumentException when the secret is none
     */
    public static byte[] of(String secret, byte[] signed) {
        String key = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), ALGORITHM));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
