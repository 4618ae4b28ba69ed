package io.vigie.ingest.api.keys;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/** An issuer of tokens that needs no server: its key is drawn once, and told to the service by a system property. */
final class Tokens {
    private static final String PUBLIC = "vigie.test.issuer.public";
    private static final String PRIVATE = "vigie.test.issuer.private";

    private Tokens() {}

    static synchronized String publicKey() {
        if (System.getProperty(PUBLIC) == null) {
            KeyPair drawn = drawn();
            System.setProperty(PUBLIC, text(drawn.getPublic().getEncoded()));
            System.setProperty(PRIVATE, text(drawn.getPrivate().getEncoded()));
        }
        return System.getProperty(PUBLIC);
    }

    static String of(String subject, String role) {
        return signed(subject, role, System.getProperty(PRIVATE));
    }

    static String ofAnotherIssuer(String subject, String role) {
        return signed(subject, role, text(drawn().getPrivate().getEncoded()));
    }

    private static String signed(String subject, String role, String key) {
        try {
            PrivateKey secret = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key)));
            return Jwt.subject(subject)
                    .upn(subject)
                    .claim("roles", Set.of(role))
                    .expiresIn(Duration.ofMinutes(5))
                    .sign(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair drawn() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] encoded) {
        return Base64.getEncoder().encodeToString(encoded);
    }
}
