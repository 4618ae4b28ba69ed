package io.vigie.ingest.api.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.ingest.intake.Candidate;
import io.vigie.ingest.intake.Decision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that need not be built by the SDK are read as it would have read them. */
class CloudEventReaderTest {
    private static final String PLAIN = """
            {"specversion":"1.0","id":"1","source":"/crm","type":"order.placed","subject":"c1",
             "time":"2025-11-03T10:00:00+01:00","datacontenttype":"application/json","data":{"order":"7"}}""";

    @Test
    void anEventIsReadTheSameWithAnAttributeThatOnlyTheSdkKnows() {
        Candidate plain = taken(PLAIN);

        assertThat(plain.time()).isEqualTo(Optional.of(Instant.parse("2025-11-03T09:00:00Z")));
        assertThat(taken(PLAIN.replace("{\"specversion\"", "{\"traceparent\":\"00-1\",\"specversion\"")))
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"specversion\":\"1.0\" > \"specversion\":\"2.0\"",
                "\"specversion\":\"1.0\" > \"specversion\":1.0",
                "2025-11-03T10:00:00+01:00 > yesterday",
                "\"time\": > \"Not_a_name\":\"x\",\"time\":",
            })
    void whatIsNoCloudEventIsRefused(String change) {
        String[] parts = change.split(" > ", 2);

        assertThat(read(PLAIN.replace(parts[0], parts[1])).said()).isInstanceOf(Decision.Declined.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{}", "[]", "true", "\"?\"", "\"e30\\u0000\"", "\"ew==\""})
    void dataThatAreNoBase64OfJsonAreRefused(String data) {
        assertThat(read(PLAIN.replace("\"data\":{\"order\":\"7\"}", "\"data_base64\":" + data))
                        .said())
                .isInstanceOf(Decision.Declined.class);
    }

    private static Candidate taken(String event) {
        return switch (read(event).said()) {
            case Decision.Accepted<Candidate>(Candidate candidate) -> candidate;
            case Decision.Declined<Candidate>(var why) -> throw new AssertionError(why.detail());
        };
    }

    private static CloudEventReading read(String event) {
        return CloudEventReader.structured(event.getBytes(StandardCharsets.UTF_8));
    }
}
