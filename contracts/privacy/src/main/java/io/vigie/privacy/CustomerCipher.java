package io.vigie.privacy;

import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/**
 * Enciphers and deciphers what is personal of one customer. The same text in the same place gives the same bytes,
 * because a signal that is delivered twice must be recognised; a text moved elsewhere is not deciphered.
 */
public final class CustomerCipher {
    private static final String MARK = "enc:1:";

    private final String customer;
    private final DeterministicAead key;

    private CustomerCipher(String customer, DeterministicAead key) {
        this.customer = customer;
        this.key = key;
    }

    static CustomerCipher of(String customer, KeysetHandle keys) throws GeneralSecurityException {
        return new CustomerCipher(customer, keys.getPrimitive(RegistryConfiguration.get(), DeterministicAead.class));
    }

    /** Whether a text looks as if it were enciphered. */
    public static boolean isEnciphered(String text) {
        return text.startsWith(MARK);
    }

    /**
     * @param place where it stands in what it is part of
     */
    public String encipher(String place, String text) {
        try {
            byte[] bytes = key.encryptDeterministically(text.getBytes(StandardCharsets.UTF_8), context(place));
            return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what is personal could not be enciphered", e);
        }
    }

    /**
     * @param place where it was enciphered
     * @return empty when it was not enciphered by this customer's key for this place, or was changed since
     */
    public Optional<String> decipher(String place, String enciphered) {
        if (!isEnciphered(enciphered)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(enciphered.substring(MARK.length()));
            return Optional.of(new String(key.decryptDeterministically(bytes, context(place)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] context(String place) {
        return (customer + "\n" + place).getBytes(StandardCharsets.UTF_8);
    }
}
