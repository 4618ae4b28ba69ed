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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MappingResultTest {
    private final MappingResult mapped = new MappingResult(
            "/sources/x",
            new SignalIntake(SignalCatalogue.shipped()),
            Identities.NONE,
            Instant.parse("2026-03-01T12:00:00Z"));

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

    private Refusal refusal(String customer) {
        try {
            Decision<MappedRow> decided = mapped.check(EventJson.mapper()
                    .readTree("{\"signals\":[{\"id\":\"1\",\"type\":\"complaint.filed\","
                            + "\"time\":\"2026-03-01T10:00:00Z\",\"customer\":" + customer + "}]}"));
            return ((Decision.Declined<MappedRow>) decided).why();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
