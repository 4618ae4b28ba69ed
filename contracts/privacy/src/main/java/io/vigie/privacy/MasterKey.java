package io.vigie.privacy;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import io.vigie.events.customer.CustomerKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What wraps the keys of customers, so that whoever copies them has nothing; of several the first wraps and all unwrap,
 * so that one can follow another.
 */
public final class MasterKey {
    private static final int BYTES = 32;
    private static final int ID_BITS = 0x7fffffff;
    private static final String HOW = "give 32 random bytes in base64, as `openssl rand -base64 32` makes them";

    static {
        try {
            AeadConfig.register();
            DeterministicAeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Aead wrapping;

    private MasterKey(Aead wrapping) {
        this.wrapping = wrapping;
    }

    /**
     * @param keys each 32 bytes in base64; the first wraps what is new
     * @throws IllegalArgumentException when there is none or one is malformed, saying how to make one
     */
    public static MasterKey of(List<String> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no master key: " + HOW);
        }
        try {
            KeysetHandle.Builder all = KeysetHandle.newBuilder();
            Set<Integer> ids = new HashSet<>();
            for (String key : keys) {
                byte[] bytes = bytes(key);
                int id = id(bytes);
                if (ids.add(id)) {
                    KeysetHandle.Builder.Entry entry =
                            KeysetHandle.importKey(wrappingKey(bytes, id)).withFixedId(id);
                    all.addEntry(ids.size() == 1 ? entry.makePrimary() : entry);
                }
            }
            return new MasterKey(all.build().getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the master key cannot be used: " + HOW, e);
        }
    }

    /**
     * As a service is given it: {@code vigie.privacy.master-keys}, and {@code vigie.privacy.master-key-file} with a key
     * on each line.
     *
     * @throws IllegalArgumentException when neither gives one, saying how to
     */
    public static MasterKey given(Optional<List<String>> keys, Optional<Path> file) {
        List<String> all = Stream.concat(
                        keys.stream().flatMap(List::stream), file.stream().flatMap(MasterKey::lines))
                .filter(key -> !key.isBlank())
                .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("personal data are kept enciphered, and there is no master key: set"
                    + " vigie.privacy.master-keys, or vigie.privacy.master-key-file to a file that holds it; " + HOW);
        }
        return of(all);
    }

    /** A new master key, as it is given to the services. */
    public static String draw() {
        byte[] drawn = new byte[BYTES];
        new SecureRandom().nextBytes(drawn);
        return Base64.getEncoder().encodeToString(drawn);
    }

    /** A new key for a customer. */
    public CustomerKey mint(String customer) {
        try {
            KeysetHandle fresh = KeysetHandle.generateNew(PredefinedDeterministicAeadParameters.AES256_SIV);
            return new CustomerKey(Base64.getEncoder()
                    .encodeToString(TinkProtoKeysetFormat.serializeEncryptedKeyset(fresh, wrapping, told(customer))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    /**
     * What a customer's key enciphers and deciphers.
     *
     * @return empty when the key is another customer's or none of the master keys has wrapped it
     */
    public Optional<CustomerCipher> unwrap(String customer, CustomerKey key) {
        try {
            KeysetHandle keys = TinkProtoKeysetFormat.parseEncryptedKeyset(
                    Base64.getDecoder().decode(key.wrapped()), wrapping, told(customer));
            return Optional.of(CustomerCipher.of(customer, keys));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @AccessesPartialKey
    private static AesGcmKey wrappingKey(byte[] bytes, int id) throws GeneralSecurityException {
        return AesGcmKey.builder()
                .setParameters(AesGcmParameters.builder()
                        .setKeySizeBytes(BYTES)
                        .setIvSizeBytes(12)
                        .setTagSizeBytes(16)
                        .setVariant(AesGcmParameters.Variant.TINK)
                        .build())
                .setIdRequirement(id)
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .build();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new IllegalArgumentException("the master key cannot be read from " + file, e);
        }
    }

    private static byte[] bytes(@Nullable String key) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(key == null ? "" : key.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a master key is no base64: " + HOW, e);
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a master key has " + bytes.length + " bytes: " + HOW);
        }
        return bytes;
    }

    /** Follows from the key, so that its place in the list may change. */
    private static int id(byte[] key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
        int id = ByteBuffer.wrap(digest).getInt() & ID_BITS;
        return id == 0 ? 1 : id;
    }

    private static byte[] told(String customer) {
        return customer.getBytes(StandardCharsets.UTF_8);
    }
}
