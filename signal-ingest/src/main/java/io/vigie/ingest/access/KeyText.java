package io.vigie.ingest.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;

/** How a key is written, and what of it is kept. */
public final class KeyText {
    /** How many random bytes a key has. */
    public static final int BYTES = 32;

    public static final String PREFIX = "vk_";
    private static final Pattern GIVEN = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final int SHORTEST = 32;
    private static final int SHOWN = 4;

    private KeyText() {}

    public static String of(byte[] random) {
        if (random.length != BYTES) {
            throw new IllegalArgumentException("a key has " + BYTES + " bytes, not " + random.length);
        }
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Whether it looks like one that is given out, so that it is worth looking up. */
    public static boolean isShaped(String key) {
        return GIVEN.matcher(key).matches();
    }

    /**
     * A key that somebody else made up.
     *
     * @throws IllegalArgumentException when it could be guessed
     */
    public static String checked(String key) {
        if (!key.startsWith(PREFIX) || key.length() < PREFIX.length() + SHORTEST) {
            throw new IllegalArgumentException("vigie.admin-key is " + PREFIX + " and at least " + SHORTEST
                    + " characters that nobody can guess, such as those of openssl rand -hex 32");
        }
        return key;
    }

    /** Plain SHA-256: slow or salted digests are for what can be guessed, and 256 random bits cannot. */
    public static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String ending(String key) {
        return key.substring(key.length() - SHOWN);
    }
}
