package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.events.EventJson;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.intake.SignalIntake;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MappingResultTest {
    @Test
    void whatCanBeNobodysKeyIsNotWaitedFor() {
        String tooLong = "x".repeat(4_000);

        Refusal nobody = refusal("{\"segment\":\"" + tooLong + "\"}");
        Refusal one = refusal("{\"segment\":\"" + tooLong + "\",\"email\":\"a@b.example\"}");

        assertThat(nobody.reason()).isEqualTo("malformed-event");
        assertThat(nobody.detail()).contains("segment").hasSizeLessThan(200);
        assertThat(one.waitsFor()).containsExactly("email:a@b.example");
    }

    @Test
    void nobodyIsWaitedForUnderAnyNumberOfKeys() {
        String many = IntStream.range(0, 21)
                .mapToObj(at -> "\"s" + at + "\":\"k\"")
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(refusal(many).detail()).contains("21 keys");
    }

    @Test
    void aTextMayBeAKeyAsTheSubjectOfAnEventMay() {
        Identities known = aliases -> Optional.of("C-7").filter(_ -> aliases.contains("stripe:cus_7"));

        assertThat(customer(known, "\"stripe:cus_7\"")).isEqualTo("C-7");
        assertThat(customer(known, "\"urn:crm:9\"")).isEqualTo("urn:crm:9");
    }

    @Test
    void anIdBesideKeysStandsWhereNoneOfThemIsKnown() {
        String either = "{\"id\":\"001V\",\"salesforce\":\"001V\"}";

        assertThat(customer(Identities.NONE, either)).isEqualTo("001V");
        assertThat(customer(_ -> Optional.of("C-7"), either)).isEqualTo("C-7");
        assertThat(customer(Identities.NONE, "{\"id\":\"001V\"}")).isEqualTo("001V");
    }

    private static String customer(Identities known, String customer) {
        return ((Decision.Accepted<MappedRow>) check(known, customer))
                .value()
                .signals()
                .getFirst()
                .customer();
    }

    private static Refusal refusal(String customer) {
        return ((Decision.Declined<MappedRow>) check(Identities.NONE, customer)).why();
    }

    private static Decision<MappedRow> check(Identities known, String customer) {
        try {
            return new MappingResult(
                            "/sources/x",
                            new SignalIntake(SignalCatalogue.shipped()),
                            known,
                            Instant.parse("2026-03-01T12:00:00Z"))
                    .check(EventJson.mapper()
                            .readTree("{\"signals\":[{\"id\":\"1\",\"type\":\"complaint.filed\","
                                    + "\"time\":\"2026-03-01T10:00:00Z\",\"customer\":" + customer + "}]}"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
