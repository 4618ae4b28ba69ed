package io.vigie.events.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A test on one attribute: one of some words or numbers, or a number within bounds, both inclusive. */
public record Condition(List<JsonNode> oneOf, Optional<BigDecimal> min, Optional<BigDecimal> max) {
    public Condition {
        oneOf = List.copyOf(oneOf == null ? List.of() : oneOf);
        min = min == null ? Optional.empty() : min;
        max = max == null ? Optional.empty() : max;
        if (oneOf.isEmpty() && min.isEmpty() && max.isEmpty()) {
            throw new IllegalArgumentException("a condition needs oneOf, min or max");
        }
    }

    boolean holds(JsonNode value) {
        return oneOf.isEmpty() ? value.isNumber() && within(value.decimalValue()) : oneOf.contains(value);
    }

    private boolean within(BigDecimal value) {
        return min.filter(bound -> value.compareTo(bound) < 0).isEmpty()
                && max.filter(bound -> value.compareTo(bound) > 0).isEmpty();
    }
}
