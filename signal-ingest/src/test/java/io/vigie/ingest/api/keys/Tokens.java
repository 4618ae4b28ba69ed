package io.vigie.ingest.api.keys;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/** An issuer of tokens as companies have one: it says over HTTP where its keys are, and what they are. */
final class Tokens {
    static final String AUDIENCE = "vigie";

    private static final String ISSUER = "vigie.test.issuer";
    private static final String PRIVATE = "vigie.test.issuer.private";
    private static final String KEY_ID = "of-the-company";

    private Tokens() {}

    /** Where it is; it is started once, and known to all who ask by a system property. */
    static synchronized String issuer() {
        if (System.getProperty(ISSUER) == null) {
            KeyPair drawn = drawn();
            System.setProperty(PRIVATE, text(drawn.getPrivate().getEncoded()));
            System.setProperty(ISSUER, serving((RSAPublicKey) drawn.getPublic()));
        }
        return System.getProperty(ISSUER);
    }

    static String of(String subject, String role) {
        return signed(subject, role, AUDIENCE, System.getProperty(PRIVATE));
    }

    static String forSomebodyElse(String subject, String role) {
        return signed(subject, role, "payroll", System.getProperty(PRIVATE));
    }

    static String ofAnotherIssuer(String subject, String role) {
        return signed(subject, role, AUDIENCE, text(drawn().getPrivate().getEncoded()));
    }

    private static String serving(RSAPublicKey key) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String url = "http://localhost:" + server.getAddress().getPort() + "/realms/company";
            answering(server, "/realms/company/.well-known/openid-configuration", """
                    {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token",
                     "authorization_endpoint":"%1$s/auth","response_types_supported":["code"],
                     "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(url));
            answering(server, "/realms/company/keys", """
                    {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}""".formatted(
                            KEY_ID, number(key.getModulus()), number(key.getPublicExponent())));
            server.start();
            return url;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answering(HttpServer server, String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    /** Unsigned, as RFC 7518 writes it. */
    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    private static String signed(String subject, String role, String audience, String key) {
        try {
            PrivateKey secret = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key)));
            return Jwt.issuer(System.getProperty(ISSUER))
                    .subject(subject)
                    .upn(subject)
                    .audience(audience)
                    .claim("roles", Set.of(role))
                    .expiresIn(Duration.ofMinutes(5))
                    .jws()
                    .keyId(KEY_ID)
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
