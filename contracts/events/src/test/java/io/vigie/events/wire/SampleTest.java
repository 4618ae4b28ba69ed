package io.vigie.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.vigie.events.EventJson;
import io.vigie.events.signal.Signal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);

    @Test
    void everyTypeHasASample() {
        assertThat(Samples.ofEveryType())
                .extracting(Event::type)
                .containsExactlyElementsOf(
                        EventType.ALL.stream().map(EventType::name).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void itIsWrittenAsTheGoldenFileSaysAndReadBackTheSame(String type, Event<?> event) {
        GoldenFile golden = SampleFile.named(type);

        golden.mustEqual(SampleFile.text(EventCodec.record("any", event)));

        assertThat(SampleFile.event(golden.json())).isEqualTo(event);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void itsDataFitItsSchema(String type, Event<?> event) {
        JsonNode schema = EventSchemas.file(EventType.named(type).orElseThrow()).json();
        JsonNode text = SampleFile.text(EventCodec.record("any", event));

        assertThat(SCHEMAS.getSchema(schema).validate(text.path("data"), context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true)))
                .isEmpty();
        assertThat(text.at("/headers/ce_dataschema")).isEqualTo(schema.path("$id"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void whatALaterVersionAddsIsIgnored(String type, Event<?> event) {
        JsonNode later = SampleFile.named(type).json();
        addToEveryObject(later.path("data"));
        ((ObjectNode) later.path("headers")).put("ce_addedlater", "x");

        assertThat(SampleFile.event(later)).isEqualTo(event);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void whatAnEarlierVersionLacksIsReadAsAbsent(String type, Event<?> event) {
        JsonNode schema = EventSchemas.file(EventType.named(type).orElseThrow()).json();
        JsonNode earlier = SampleFile.named(type).json();
        ObjectNode data = (ObjectNode) earlier.path("data");
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::textValue).toList();
        data.retain(required);

        Event<?> read = SampleFile.event(earlier);

        assertThat(read.data()).isInstanceOf(event.data().getClass());
        assertThat(SampleFile.text(EventCodec.record("any", read)).path("data")).isEqualTo(data);
    }

    @Test
    void aSignalIsWrittenAsTheGoldenFileSaysAndReadBackTheSame() throws Exception {
        Signal signal = new Signal(
                "/crm",
                "complaint-77",
                "complaint.filed",
                "C-1042",
                Samples.HAPPENED,
                EventJson.mapper()
                        .readTree("{\"complaint\":\"77\",\"cause\":\"service\",\"text\":\"Livré trois fois à côté\"}"),
                Optional.of(Samples.RECEIVED));
        GoldenFile golden = SampleFile.named("signal");

        golden.mustEqual(SampleFile.text(EventCodec.record("any", signal)));

        assertThat(EventCodec.signal(SampleFile.event(golden.json()))).isEqualTo(signal);
    }

    static List<Object[]> samples() {
        return Samples.ofEveryType().stream()
                .map(event -> new Object[] {event.type(), event})
                .toList();
    }

    /** But to maps, whose keys are the company's own. */
    private static void addToEveryObject(JsonNode node) {
        node.forEach(SampleTest::addToEveryObject);
        if (node instanceof ObjectNode object && !object.has("sector") && !object.has("stripe")) {
            object.putObject("addedLater").put("x", 1);
        }
    }
}
