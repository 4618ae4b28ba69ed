package io.vigie.ingest.access;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a signed request claims: that who knows the secret signed these bytes, then.
 *
 * @param signatures as the header has them; one that fits is enough
 * @param at when it was signed, where the scheme says so
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are digested, never compared
record Claim(Digest digest, Encoding encoding, List<String> signatures, byte[] signed, Optional<Instant> at) {

    /** Compares texts and not what they decode to, so that a signature can be written in one way only. */
    boolean isTrueFor(Secret secret) {
        byte[] right = encoding.of(digest.of(secret, signed)).getBytes(StandardCharsets.US_ASCII);
        boolean fits = false;
        for (String signature : signatures) {
            fits |= MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
        }
        return fits;
    }

    /** Texts and bytes one after the other. */
    static byte[] joined(String before, byte[] body, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        all.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    /** How the bytes of a signature are written in a header. */
    enum Encoding {
        HEX {
            @Override
            String of(byte[] signature) {
                return HexFormat.of().formatHex(signature);
            }
        },
        BASE64 {
            @Override
            String of(byte[] signature) {
                return Base64.getEncoder().encodeToString(signature);
            }
        };

        abstract String of(byte[] signature);
    }
}
