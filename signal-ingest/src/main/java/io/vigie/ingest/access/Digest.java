package io.vigie.ingest.access;

import io.vigie.events.wire.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a secret and what is signed become the bytes of a signature. */
enum Digest {
    HMAC_SHA256 {
        @Override
        byte[] of(Secret secret, byte[] signed) {
            return hmac("HmacSHA256", secret.bytes(), signed);
        }
    },
    HMAC_SHA1 {
        @Override
        byte[] of(Secret secret, byte[] signed) {
            return hmac("HmacSHA1", secret.bytes(), signed);
        }
    },
    /** Standard Webhooks: the secret is base64, behind a prefix that says what it is. */
    HMAC_SHA256_BY_DECODED_KEY {
        @Override
        byte[] of(Secret secret, byte[] signed) {
            try {
                return WebhookSignature.of(new String(secret.bytes(), StandardCharsets.UTF_8), signed);
            } catch (IllegalArgumentException noBase64) {
                throw NotAdmitted.unusableSecret();
            }
        }
    },
    /** HubSpot's first version: no HMAC, but the secret before the bytes. */
    SHA256_OF_SECRET_AND_BYTES {
        @Override
        byte[] of(Secret secret, byte[] signed) {
            try {
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                sha256.update(secret.bytes());
                return sha256.digest(signed);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    abstract byte[] of(Secret secret, byte[] signed);

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
