package io.vigie.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vigie.events.EventJson;
import java.util.Map;
import java.util.Optional;

/** Walks JSON both ways: what is personal becomes a text that says nothing, and comes back as it was. */
public final class Enciphering {
    private static final JsonNodeFactory NEW = JsonNodeFactory.instance;

    private Enciphering() {}

    /** A copy whose personal fields are texts that only the customer's cipher reads. */
    public static JsonNode enciphered(JsonNode json, PersonalFields personal, CustomerCipher cipher) {
        return enciphered(json, personal, cipher, "");
    }

    /**
     * A copy in which everything that was enciphered is as it was; it needs not be told where. What cannot be
     * deciphered is left out, as if it had never been said.
     *
     * @param cipher the customer's; empty when the key is destroyed or unknown
     */
    public static JsonNode deciphered(JsonNode json, Optional<CustomerCipher> cipher) {
        return deciphered(json, cipher, "").orElse(NEW.nullNode());
    }

    private static JsonNode enciphered(JsonNode json, PersonalFields personal, CustomerCipher cipher, String place) {
        if (personal == PersonalFields.NONE || json.isNull()) {
            return json;
        }
        if (json instanceof ArrayNode array) {
            ArrayNode copy = NEW.arrayNode();
            array.forEach(element -> copy.add(enciphered(element, personal, cipher, place)));
            return copy;
        }
        if (personal.whole()) {
            return TextNode.valueOf(cipher.encipher(place, json.toString()));
        }
        if (!(json instanceof ObjectNode object)) {
            return json;
        }
        ObjectNode copy = NEW.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            copy.set(name, enciphered(field.getValue(), personal.under(name), cipher, within(place, name)));
        }
        return copy;
    }

    private static Optional<JsonNode> deciphered(JsonNode json, Optional<CustomerCipher> cipher, String place) {
        return switch (json) {
            case TextNode text
            when CustomerCipher.isEnciphered(text.textValue()) ->
                cipher.flatMap(key -> key.decipher(place, text.textValue())).flatMap(Enciphering::json);
            case ArrayNode array -> {
                ArrayNode copy = NEW.arrayNode();
                array.forEach(element -> deciphered(element, cipher, place).ifPresent(copy::add));
                yield Optional.of(copy);
            }
            case ObjectNode object -> {
                ObjectNode copy = NEW.objectNode();
                object.properties().forEach(field -> deciphered(field.getValue(), cipher, within(place, field.getKey()))
                        .ifPresent(value -> copy.set(field.getKey(), value)));
                yield Optional.of(copy);
            }
            default -> Optional.of(json);
        };
    }

    /** As a JSON pointer writes it, so that no two places are written alike. */
    private static String within(String place, String name) {
        return place + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(EventJson.mapper().readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
