package io.vigie.ingest.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** What only the sender and we know: it never prints itself, and what is compared with it takes the same time. */
public final class Secret {
    private final byte[] text;

    private Secret(byte[] text) {
        this.text = text;
    }

    /**
     * @throws IllegalArgumentException when it is blank
     */
    public static Secret of(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a secret may not be blank");
        }
        return new Secret(text.strip().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the other text is this secret, without telling by time how much of it is. */
    public boolean is(String other) {
        return MessageDigest.isEqual(text, other.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return text.clone();
    }

    /** As HTTP's basic scheme has it. */
    Secret inBase64() {
        return new Secret(Base64.getEncoder().encode(text));
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
