package io.vigie.events.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.vigie.events.EventJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class QuickCheckTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Collection<SignalType> SHIPPED =
            SignalCatalogue.shipped().types();

    /** Among them what stands just within and just outside of what schemas say. */
    private static final List<JsonNode> VALUES = List.of(
            JSON.textNode(""),
            JSON.textNode("EUR"),
            JSON.textNode("EUR\n"),
            JSON.textNode("service"),
            JSON.textNode("nps"),
            JSON.textNode("2026-01"),
            JSON.textNode("2026-01-31T10:00:00Z"),
            JSON.textNode("\uD83D\uDE00".repeat(150)),
            JSON.textNode("x".repeat(200)),
            JSON.textNode("x".repeat(201)),
            JSON.textNode("x".repeat(20_001)),
            JSON.numberNode(0),
            JSON.numberNode(-1),
            JSON.numberNode(10),
            JSON.numberNode(11L),
            JSON.numberNode(1.0),
            JSON.numberNode(0.5),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.booleanNode(true),
            JSON.nullNode(),
            JSON.arrayNode().add("a").add(1),
            JSON.arrayNode(),
            JSON.objectNode().put("a", 1));

    @Property(tries = 3000)
    void whatItPassesTheSchemaPasses(@ForAll("attributesOfATypeThatShips") Map.Entry<SignalType, JsonNode> some) {
        JsonNode schema = some.getKey().attributes();
        if (QuickCheck.of(schema).test(some.getValue())) {
            assertThat(SCHEMAS.getSchema(schema).validate(some.getValue())).isEmpty();
        }
    }

    @Test
    void itKnowsEveryKeywordOfTheTypesThatShip() {
        assertThat(SHIPPED)
                .allSatisfy(type -> assertThat(QuickCheck.of(type.attributes())).accepts(sound(type)));
    }

    @Test
    void whatItDoesNotKnowItLeavesToTheSchema() {
        ObjectNode schema = JSON.objectNode().put("multipleOf", 5);

        assertThat(QuickCheck.of(schema)).rejects(JSON.numberNode(5));
        assertThat(QuickCheck.of(
                        JSON.objectNode().set("properties", JSON.objectNode().set("a", schema))))
                .rejects(JSON.objectNode().put("a", 5))
                .accepts(JSON.objectNode().put("b", 5));
    }

    /** What is required, with a value that its schema takes. */
    private static JsonNode sound(SignalType type) {
        ObjectNode sound = JSON.objectNode();
        JsonNode properties = type.attributes().path("properties");
        type.attributes()
                .path("required")
                .forEach(name -> sound.set(name.asText(), value(properties.path(name.asText()))));
        return sound;
    }

    private static JsonNode value(JsonNode schema) {
        return Stream.concat(VALUES.stream(), schema.path("enum").valueStream())
                .filter(value -> SCHEMAS.getSchema(schema).validate(value).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Provide
    Arbitrary<Map.Entry<SignalType, JsonNode>> attributesOfATypeThatShips() {
        return Arbitraries.of(SHIPPED)
                .flatMap(type -> Arbitraries.maps(Arbitraries.of(names(type)), Arbitraries.of(VALUES))
                        .ofMaxSize(4)
                        .map(fields -> Map.entry(type, EventJson.mapper().valueToTree(fields))));
    }

    private static List<String> names(SignalType type) {
        List<String> names = type.attributes().path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
        return names.isEmpty() ? List.of("any") : names;
    }
}
