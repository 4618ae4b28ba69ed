package io.vigie.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers between files, mappings and events, without a cent lost on the way. */
final class Numbers {
    private static final double EXACT = 0x1p53;
    private static final int MOST_DIGITS = 15;
    /** Spaces of any width, full stops and apostrophes: what stands between thousands where a comma is the decimal. */
    private static final Pattern GROUPING = Pattern.compile("[\\s\\u00a0\\u202f.'’]");

    private static final ObjectMapper PLAIN = new ObjectMapper();

    private Numbers() {}

    /** Whole numbers as long, others as double; empty for what is no number. */
    static Optional<Number> read(String text) {
        try {
            return Optional.of(new BigDecimal(text).doubleValue())
                    .filter(Double::isFinite)
                    .map(Numbers::shortest);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The same where another character stands before the decimals: {@code 1 234,56} and {@code 1.234,56} with a comma. */
    static Optional<Number> read(String text, char decimal) {
        return decimal == '.'
                ? read(text)
                : read(GROUPING.matcher(text).replaceAll("").replace(decimal, '.'));
    }

    private static Number shortest(double value) {
        if (isWhole(value)) {
            return (long) value;
        }
        return value;
    }

    /** Quantity × price in minor units: exact in decimals, rounded once, half away from zero. */
    static long minor(Object quantity, Object price) {
        BigDecimal amount = new BigDecimal(quantity.toString()).multiply(new BigDecimal(price.toString()));
        if ((long) amount.precision() - amount.scale() > MOST_DIGITS) {
            throw new ArithmeticException(quantity + " times " + price + " is no amount of money");
        }
        return amount.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** What a mapping gave, as JSON in which whole numbers are integers. */
    static JsonNode json(Object mapped) {
        return whole(PLAIN.valueToTree(mapped));
    }

    private static JsonNode whole(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(property -> property.setValue(whole(property.getValue())));
            case ArrayNode array -> {
                for (int index = 0; index < array.size(); index++) {
                    array.set(index, whole(array.get(index)));
                }
            }
            default -> {
                return node.isDouble() && isWhole(node.doubleValue()) ? LongNode.valueOf(node.longValue()) : node;
            }
        }
        return node;
    }

    private static boolean isWhole(double value) {
        return Math.rint(value) == value && Math.abs(value) < EXACT;
    }
}
