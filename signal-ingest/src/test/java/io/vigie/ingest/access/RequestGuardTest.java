package io.vigie.ingest.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestGuardTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final RateLimit WIDE = new RateLimit(1_000, 1_000);
    private static final Optional<AuthSpec> STRIPE = Optional.of(AuthSpec.of(Scheme.STRIPE));
    private static final RawRequest PLAIN = new RawRequest("POST", "/sources/crm", Map.of(), "{}".getBytes(UTF_8));

    @TempDir
    private Path folder;

    @Test
    void aSecretInAFileHoldsFromTheNextRequestOn() throws IOException {
        RequestGuard guard =
                guard(new GivenSecrets(Map.of(), Optional.of(new SecretFolder(folder, _ -> {}))), Set.of(), false);

        status(503, () -> guard.admit("stripe", STRIPE, stripe("whsec_one")));
        Files.writeString(folder.resolve("stripe"), "whsec_one\n");
        admits(() -> guard.admit("stripe", STRIPE, stripe("whsec_one")));
        Files.writeString(folder.resolve("stripe"), "whsec_one\nwhsec_two\n\n");
        admits(() -> guard.admit("stripe", STRIPE, stripe("whsec_one")));
        admits(() -> guard.admit("stripe", STRIPE, stripe("whsec_two")));
        Files.writeString(folder.resolve("stripe"), "whsec_two\n");
        status(401, () -> guard.admit("stripe", STRIPE, stripe("whsec_one")));
        Files.delete(folder.resolve("stripe"));
        status(503, () -> guard.admit("stripe", STRIPE, stripe("whsec_two")));
    }

    @Test
    void aSecretThatCannotBeReadLetsNobodyInAndIsToldOnce() throws IOException {
        List<String> told = new ArrayList<>();
        Files.write(folder.resolve("stripe"), new byte[] {(byte) 0xff, (byte) 0xfe});
        RequestGuard guard =
                guard(new GivenSecrets(Map.of(), Optional.of(new SecretFolder(folder, told::add))), Set.of(), true);

        assertThat(guard.lacksSecret("stripe", STRIPE)).isFalse();
        status(503, () -> guard.admit("stripe", STRIPE, stripe("whsec_one")));
        assertThat(told).singleElement().asString().contains("stripe");

        Files.writeString(folder.resolve("stripe"), "whsec_one");
        admits(() -> guard.admit("stripe", STRIPE, stripe("whsec_one")));
    }

    @Test
    void aSecretOfTheConfigurationCountsBesideTheFile() throws IOException {
        Files.writeString(folder.resolve("stripe"), "whsec_new");
        GivenSecrets secrets = new GivenSecrets(
                Map.of("stripe", List.of("whsec_old")), Optional.of(new SecretFolder(folder, _ -> {})));
        RequestGuard guard = guard(secrets, Set.of(), false);

        admits(() -> guard.admit("stripe", STRIPE, stripe("whsec_old")));
        admits(() -> guard.admit("stripe", STRIPE, stripe("whsec_new")));
        assertThat(secrets.of("stripe")).hasToString("[a secret, a secret]");
    }

    @Test
    void aSourceWithoutASchemeAsksForAKeyOfItsOwnOrForAll() {
        Optional<AuthSpec> bearer = Optional.of(AuthSpec.of(Scheme.BEARER));
        for (Optional<AuthSpec> auth : List.of(Optional.<AuthSpec>empty(), bearer)) {
            status(401, () -> guard(_ -> List.of(), Set.of(), false).admit("crm", auth, PLAIN));
            status(403, () -> guard(_ -> List.of(), Set.of("imports"), false).admit("crm", auth, PLAIN));
            status(403, () -> guard(_ -> List.of(), Set.of("signals:other"), false)
                    .admit("crm", auth, PLAIN));
            admits(() -> guard(_ -> List.of(), Set.of("signals:crm"), false).admit("crm", auth, PLAIN));
            admits(() -> guard(_ -> List.of(), Set.of("signals"), false).admit("crm", auth, PLAIN));
        }
    }

    @Test
    void aKeyIsNoSignature() {
        status(401, () -> guard(_ -> List.of(Secret.of("whsec_one")), Set.of("signals"), false)
                .admit("stripe", STRIPE, PLAIN));
    }

    @Test
    void whereAllIsOpenASecretThatIsThereStillCounts() {
        admits(() -> guard(_ -> List.of(), Set.of(), true).admit("stripe", STRIPE, PLAIN));
        status(401, () -> guard(_ -> List.of(Secret.of("whsec_one")), Set.of(), true)
                .admit("stripe", STRIPE, PLAIN));
    }

    @Test
    void eachSourceHasItsOwnRate() {
        RequestGuard guard = new RequestGuard(
                _ -> List.of(Secret.of("whsec_one")),
                new Known(Set.of()),
                source -> source.equals("slow") ? new RateLimit(1, 2) : WIDE,
                new RateLimits(),
                InstantSource.fixed(NOW),
                false);
        RawRequest genuine = stripe("whsec_one");

        guard.admit("slow", STRIPE, genuine);
        guard.admit("slow", STRIPE, genuine);
        status(401, () -> guard.admit("slow", STRIPE, PLAIN));
        assertThatThrownBy(() -> guard.admit("slow", STRIPE, genuine))
                .isInstanceOfSatisfying(NotAdmitted.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(429);
                    assertThat(refusal.retryAfter()).isPresent();
                });
        admits(() -> guard.admit("fast", STRIPE, genuine));
    }

    @Test
    void aSecretThatIsNoKeyIsOurFaultAndNotTheSenders() {
        RawRequest signed = Senders.request(Scheme.STANDARD_WEBHOOKS, "whsec_AAAA", NOW, "{}");

        status(503, () -> guard(_ -> List.of(Secret.of("whsec_not*base64")), Set.of(), false)
                .admit("crm", Optional.of(AuthSpec.of(Scheme.STANDARD_WEBHOOKS)), signed));
    }

    private static RawRequest stripe(String secret) {
        return Senders.request(Scheme.STRIPE, secret, NOW, "{}");
    }

    private static RequestGuard guard(Secrets secrets, Set<String> scopes, boolean open) {
        return new RequestGuard(
                secrets, new Known(scopes), _ -> WIDE, new RateLimits(), InstantSource.fixed(NOW), open);
    }

    private static void admits(Runnable request) {
        assertThatCode(request::run).doesNotThrowAnyException();
    }

    private static void status(int status, Runnable request) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(NotAdmitted.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(status));
    }

    private record Known(Set<String> scopes) implements Caller {
        @Override
        public boolean isKnown() {
            return !scopes.isEmpty();
        }

        @Override
        public boolean has(String scope) {
            return scopes.contains(scope);
        }
    }
}
