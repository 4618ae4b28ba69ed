package io.vigie.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vigie.events.EventJson;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.signal.SignalType;
import java.util.Collection;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The least that each type of signal needs, as a record; nothing may become required later without being seen here. */
class CatalogueSampleTest {
    private static final SignalCatalogue CATALOGUE = SignalCatalogue.shipped();

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void theLeastSignalOfATypeIsTakenAndReadBackTheSame(String type) {
        Signal signal = leastOf(CATALOGUE.find(type).orElseThrow());
        GoldenFile golden = SampleFile.named("signals/" + type);

        golden.mustEqual(SampleFile.text(EventCodec.record("any", signal)));

        assertThat(CATALOGUE.faults(signal)).isEmpty();
        assertThat(EventCodec.signal(SampleFile.event(golden.json()))).isEqualTo(signal);
    }

    static Collection<String> types() {
        return CATALOGUE.types().stream().map(SignalType::type).toList();
    }

    private static Signal leastOf(SignalType type) {
        ObjectNode attributes = EventJson.mapper().createObjectNode();
        type.attributes()
                .path("required")
                .forEach(name -> attributes.set(
                        name.textValue(),
                        leastOf(type.attributes().path("properties").path(name.textValue()))));
        return new Signal("/crm", "1", type.type(), "C-1042", Samples.HAPPENED, attributes, Optional.empty());
    }

    private static JsonNode leastOf(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        return switch (schema.path("type").textValue()) {
            case "string" -> TextNode.valueOf("x");
            case "number", "integer" -> schema.path("minimum");
            default -> throw new AssertionError("no least value is known for " + schema);
        };
    }
}
