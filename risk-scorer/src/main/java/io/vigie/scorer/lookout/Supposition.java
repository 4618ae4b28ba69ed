package io.vigie.scorer.lookout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.customer.Contract;
import io.vigie.events.reasons.Wording;
import io.vigie.events.signal.Condition;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.signal.SignalType;
import io.vigie.events.signal.Variant;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A kind of signal that may be supposed to come.
 *
 * @param counter the counter that it would feed
 * @param label what it is called
 * @param attributes the least that makes it one of its kind
 */
public record Supposition(String counter, String label, String type, JsonNode attributes) {

    private static final String CONTRACT = "contract";

    /**
     * All kinds, in order of what they are called.
     *
     * @param contract the one that is meant where a signal must name one
     */
    static List<Supposition> all(SignalCatalogue catalogue, Wording wording, Optional<Contract> contract) {
        String meant = contract.map(Contract::id).orElse(CONTRACT);
        return catalogue.types().stream()
                .flatMap(type -> type.counters().stream()
                        .map(counter -> new Supposition(
                                counter, wording.single(type, counter), type.type(), attributes(type, counter, meant))))
                .sorted(Comparator.comparing(Supposition::label))
                .toList();
    }

    Signal at(Instant time, String customer, int number) {
        return new Signal("/vigie/what-if", "what-if-" + number, type, customer, time, attributes, Optional.empty());
    }

    private static JsonNode attributes(SignalType type, String counter, String contract) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        type.attributes()
                .path("required")
                .forEach(name -> data.set(
                        name.asText(),
                        least(type.attributes().path("properties").path(name.asText()))));
        if (data.has(CONTRACT)) {
            data.put(CONTRACT, contract);
        }
        type.variants().stream()
                .filter(variant -> type.counterOf(variant).equals(counter))
                .findFirst()
                .map(Variant::when)
                .ifPresent(tests -> tests.forEach((name, test) -> data.set(name, passing(test))));
        return data;
    }

    private static JsonNode passing(Condition test) {
        return test.oneOf().stream()
                .findFirst()
                .orElseGet(() -> JsonNodeFactory.instance.numberNode(
                        test.min().or(test::max).orElseThrow()));
    }

    private static JsonNode least(JsonNode schema) {
        if (schema.path("enum").isArray()) {
            return schema.path("enum").path(0);
        }
        return schema.path("type").asText().equals("string")
                ? JsonNodeFactory.instance.textNode("what-if")
                : schema.path("minimum").isNumber() ? schema.path("minimum") : JsonNodeFactory.instance.numberNode(0);
    }
}
