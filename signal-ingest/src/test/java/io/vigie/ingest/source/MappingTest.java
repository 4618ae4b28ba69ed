package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Refusal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {
    @Test
    void textThatHoldsJsonIsReadAsData() {
        assertThat(mapped("$json(text).a", "{\"a\": {\"b\": [1, 2]}}"))
                .isInstanceOfSatisfying(Decision.Accepted.class, taken -> assertThat(taken.value())
                        .hasToString("{\"b\":[1,2]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$pad(\"x\", 99999999)", "1+1", "{} {}", "{a: 1}", ""})
    void whatIsNoJsonIsRefusedAndNotRun(String text) {
        assertThat(refusal("$json(text)", text).reason()).isEqualTo("malformed-json");
    }

    @Test
    void nestingBeyondReasonIsNoJson() {
        assertThat(refusal("$json(text)", "[".repeat(65) + "]".repeat(65)).reason())
                .isEqualTo("malformed-json");
    }

    @Test
    void noTextIsEverRun() {
        assertThat(refusal("$eval(text)", "1+1").detail()).contains("$json(text)");
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(refusal("$instant(text)", "soon").detail())
                .isEqualTo("mapping.jsonata: \"soon\" is no time of this source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true and $instant(text)", "false or $instant(text)", "true and $json(text)"})
    void whatIsWrongWithinAConditionIsSaidInWordsOfOurOwn(String jsonata) {
        assertThat(refusal(jsonata, "soon").detail())
                .startsWith("mapping.jsonata: something within a condition is not what the mapping takes it for");
    }

    private static Refusal refusal(String jsonata, String text) {
        return ((Decision.Declined<JsonNode>) mapped(jsonata, text)).why();
    }

    private static Decision<JsonNode> mapped(String jsonata, String text) {
        return new Mapping(jsonata, _ -> Optional.empty()).apply(Map.of("text", text));
    }
}
