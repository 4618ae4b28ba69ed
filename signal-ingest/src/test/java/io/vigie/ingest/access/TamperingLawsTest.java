package io.vigie.ingest.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever is changed about a genuine request by who has not the secret, it is refused. */
class TamperingLawsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123Z");

    @Provide
    Arbitrary<Scheme> signing() {
        return Arbitraries.of(
                Scheme.ZENDESK,
                Scheme.HUBSPOT,
                Scheme.INTERCOM,
                Scheme.STRIPE,
                Scheme.SEGMENT,
                Scheme.RECURLY,
                Scheme.STANDARD_WEBHOOKS);
    }

    @Provide
    Arbitrary<Scheme> timed() {
        return signing().filter(scheme -> scheme != Scheme.INTERCOM && scheme != Scheme.SEGMENT);
    }

    @Provide
    Arbitrary<Scheme> all() {
        return Arbitraries.oneOf(signing(), Arbitraries.of(Scheme.BASIC, Scheme.HEADER));
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings().alpha().numeric().ofMinLength(16).ofMaxLength(64);
    }

    @Property
    void theGenuineOneIsAdmittedByEitherOfTwoSecrets(
            @ForAll("all") Scheme scheme, @ForAll String body, @ForAll("secrets") String mine) {
        Assume.that(wellFormed(body));
        RawRequest genuine = genuine(scheme, mine, body);
        Secret other = Secret.of(Senders.secret(scheme, "of-the-time-before-or-after"));
        Secret right = Secret.of(Senders.secret(scheme, mine));

        assertThatCode(() -> check(scheme, genuine, NOW, right, other)).doesNotThrowAnyException();
        assertThatCode(() -> check(scheme, genuine, NOW, other, right)).doesNotThrowAnyException();
    }

    @Property
    void oneBitOfTheBodyIsEnough(
            @ForAll("signing") Scheme scheme,
            @ForAll String body,
            @ForAll("secrets") String mine,
            @ForAll @IntRange(max = 1 << 20) int at) {
        Assume.that(!body.isEmpty() && wellFormed(body));
        RawRequest genuine = genuine(scheme, mine, body);
        byte[] changed = genuine.body().clone();
        changed[at / 8 % changed.length] ^= (byte) (1 << at % 8);

        refused(scheme, mine, with(genuine, genuine.headers(), changed), NOW);
    }

    @Property
    void soIsOneBitOfAnyHeader(
            @ForAll("all") Scheme scheme,
            @ForAll("secrets") String mine,
            @ForAll @IntRange(max = 1 << 20) int which,
            @ForAll @IntRange(max = 1 << 20) int at) {
        RawRequest genuine = genuine(scheme, mine, "{\"id\":1}");
        List<String> names = genuine.headers().keySet().stream().sorted().toList();
        String name = names.get(which % names.size());
        char[] value = genuine.headers().get(name).toCharArray();
        int place = at / 7 % value.length;
        value[place] ^= (char) (1 << at % 7);
        // the word Basic may be written in any case
        Assume.that(scheme != Scheme.BASIC || place > "Basic ".length());
        // around a value HTTP itself allows white space
        Assume.that(!Character.isWhitespace(value[place]) || (place > 0 && place < value.length - 1));

        refused(scheme, mine, with(genuine, changed(genuine, name, new String(value)), genuine.body()), NOW);
    }

    @Property
    void soIsALessOfIt(
            @ForAll("all") Scheme scheme,
            @ForAll("secrets") String mine,
            @ForAll @IntRange(min = 1, max = 100) int cut) {
        RawRequest genuine = genuine(scheme, mine, "{\"id\":1}");
        genuine.headers().forEach((name, value) -> {
            String less = value.substring(0, Math.max(0, value.length() - cut));
            refused(scheme, mine, with(genuine, changed(genuine, name, less), genuine.body()), NOW);
            Map<String, String> without = new HashMap<>(genuine.headers());
            without.remove(name);
            refused(scheme, mine, with(genuine, without, genuine.body()), NOW);
        });
    }

    @Property
    void aWrongSecretIsWrong(
            @ForAll("all") Scheme scheme, @ForAll("secrets") String mine, @ForAll("secrets") String theirs) {
        Assume.that(!mine.equals(theirs));

        refused(scheme, theirs, genuine(scheme, mine, "{}"), NOW);
    }

    @Property
    void whatWasGenuineOnceIsSoForFiveMinutes(
            @ForAll("timed") Scheme scheme, @ForAll("secrets") String mine, @ForAll @LongRange(max = 3_000) long off) {
        RawRequest genuine = genuine(scheme, mine, "{}");
        Secret secret = Secret.of(Senders.secret(scheme, mine));
        for (Instant then : List.of(NOW.plusSeconds(off), NOW.minusSeconds(off))) {
            Duration apart = Duration.ofSeconds(off);
            if (apart.compareTo(Duration.ofSeconds(298)) < 0) {
                assertThatCode(() -> check(scheme, genuine, then, secret)).doesNotThrowAnyException();
            } else if (apart.compareTo(Duration.ofSeconds(302)) > 0) {
                refused(scheme, mine, genuine, then);
            }
        }
    }

    @Property
    void nothingThatIsRefusedTellsWhatWouldBeRight(
            @ForAll("all") Scheme scheme, @ForAll("secrets") String mine, @ForAll("secrets") String theirs) {
        Assume.that(!mine.equals(theirs));
        RawRequest right = genuine(scheme, theirs, "{}");

        assertThatThrownBy(() ->
                        check(scheme, genuine(scheme, mine, "{}"), NOW, Secret.of(Senders.secret(scheme, theirs))))
                .isInstanceOfSatisfying(NotAdmitted.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(401);
                    assertThat(refusal.challenge()).isPresent();
                    String told = refusal + refusal.detail() + refusal.challenge();
                    assertThat(told).doesNotContain(theirs);
                    right.headers().forEach((name, value) -> {
                        if (value.length() > 20 && !value.startsWith("2026")) {
                            assertThat(told).doesNotContain(value);
                        }
                    });
                });
    }

    @Property
    void anotherAddressIsNotWhatHubSpotSigned(@ForAll("secrets") String mine) {
        RawRequest genuine = genuine(Scheme.HUBSPOT, mine, "[]");

        refused(
                Scheme.HUBSPOT,
                mine,
                new RawRequest("POST", Senders.ADDRESS + "h", genuine.headers(), genuine.body()),
                NOW);
        refused(Scheme.HUBSPOT, mine, new RawRequest("PUT", Senders.ADDRESS, genuine.headers(), genuine.body()), NOW);
    }

    private static RawRequest genuine(Scheme scheme, String seed, String body) {
        return Senders.request(scheme, Senders.secret(scheme, seed), NOW, body);
    }

    private static RawRequest with(RawRequest request, Map<String, String> headers, byte[] body) {
        return new RawRequest(request.method(), request.uri(), headers, body);
    }

    private static Map<String, String> changed(RawRequest request, String name, String value) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put(name, value);
        return headers;
    }

    private static void refused(Scheme scheme, String seed, RawRequest request, Instant now) {
        assertThatThrownBy(() -> check(scheme, request, now, Secret.of(Senders.secret(scheme, seed))))
                .isInstanceOfSatisfying(NotAdmitted.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(401));
    }

    private static void check(Scheme scheme, RawRequest request, Instant now, Secret... secrets) {
        Verification.check(Senders.spec(scheme), request, List.of(secrets), now);
    }

    private static boolean wellFormed(String text) {
        return text.equals(new String(text.getBytes(UTF_8), UTF_8));
    }
}
