package io.vigie.events.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * How strongly one signal counts (1 is an ordinary one): the number an attribute holds, or the number that stands for
 * the word it holds.
 *
 * @param attribute the attribute to read
 * @param values strengths by word; empty where the attribute itself is the number
 * @param otherwise the strength where the attribute is absent or unknown
 * @param max what a number is capped at; strengths are never below 0
 */
public record Strength(String attribute, Map<String, Double> values, double otherwise, double max) {
    static final Strength ONE = new Strength("", Map.of(), 1, 1);

    public Strength {
        values = values == null ? Map.of() : Map.copyOf(values);
        otherwise = otherwise == 0 ? 1 : otherwise;
        max = max == 0 ? 10 : max;
    }

    double of(JsonNode attributes) {
        JsonNode value = attributes.path(attribute);
        if (value.isNumber()) {
            return Math.clamp(value.doubleValue(), 0, max);
        }
        return values.getOrDefault(value.asText(), otherwise);
    }
}
