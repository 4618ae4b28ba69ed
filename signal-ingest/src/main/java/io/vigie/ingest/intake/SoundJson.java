package io.vigie.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON that survives every step after this one: text a database can hold, numbers that a double holds exactly. */
public final class SoundJson {
    /** I-JSON, RFC 7493 §2.2: beyond it, receivers need not agree on an integer. */
    private static final double LARGEST = 9_007_199_254_740_991d;

    private SoundJson() {}

    /** What is wrong, saying where; empty when nothing is. */
    static Optional<String> fault(JsonNode json) {
        return isSound(json) ? Optional.empty() : fault(json, "$");
    }

    /** Nearly all is sound, and where a fault would be need not be written for it. */
    private static boolean isSound(JsonNode json) {
        if (json.isTextual()) {
            return isSound(json.textValue());
        }
        if (json.isNumber()) {
            return Math.abs(json.doubleValue()) <= LARGEST;
        }
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            if (!isSound(property.getKey()) || !isSound(property.getValue())) {
                return false;
            }
        }
        for (JsonNode element : json.isArray() ? json : List.<JsonNode>of()) {
            if (!isSound(element)) {
                return false;
            }
        }
        return true;
    }

    public static boolean isSound(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == 0 || Character.isLowSurrogate(unit)) {
                return false;
            }
            if (Character.isHighSurrogate(unit)
                    && (++at == text.length() || !Character.isLowSurrogate(text.charAt(at)))) {
                return false;
            }
        }
        return true;
    }

    /** The same text where it is sound; where not, one that can be written everywhere. */
    public static String printable(String text) {
        return isSound(text)
                ? text
                : new String(text.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
    }

    private static Optional<String> fault(JsonNode json, String path) {
        if (json.isTextual()) {
            return isSound(json.textValue()) ? Optional.empty() : unsound(path);
        }
        if (json.isNumber()) {
            return Math.abs(json.doubleValue()) <= LARGEST
                    ? Optional.empty()
                    : Optional.of(path + ": the number is out of range (I-JSON: within ±9007199254740991)");
        }
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            Optional<String> fault = isSound(property.getKey())
                    ? fault(property.getValue(), path + "." + property.getKey())
                    : unsound(path);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return json.isArray() ? elementFault(json, path) : Optional.empty();
    }

    private static Optional<String> elementFault(JsonNode array, String path) {
        for (int index = 0; index < array.size(); index++) {
            Optional<String> fault = fault(array.get(index), path + "[" + index + "]");
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unsound(String path) {
        return Optional.of(path + ": the text holds U+0000 or half a surrogate pair");
    }
}
