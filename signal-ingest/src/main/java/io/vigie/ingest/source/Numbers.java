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
public final class Numbers {
    private static final double EXACT = 0x1p53;
    private static final int MOST_DIGITS = 15;
    /** What may stand between thousands where a comma stands before the decimals; it takes groups of three to tell. */
    private static final Pattern GROUPED =
            Pattern.compile("-?[0-9]{1,3}([ .'’\\u00a0\\u202f])[0-9]{3}(?:\\1[0-9]{3})*(?:,[0-9]+)?");

    private static final Pattern UNGROUPED = Pattern.compile("-?[0-9]+(?:,[0-9]+)?");
    private static final Pattern GROUPING = Pattern.compile("[ .'’\\u00a0\\u202f]");

    private static final ObjectMapper PLAIN = new ObjectMapper();

    private Numbers() {}

    /**
     * Whole numbers as long, others as double; empty for what is no number.
     *
     * @param decimal what stands before the decimals; where it is a comma, {@code 1 234,56} and {@code 1.234,56} are read,
     *     and {@code 12.50}, which may be meant either way, is none
     */
    static Optional<Number> read(String text, char decimal) {
        return exact(text, decimal)
                .map(BigDecimal::doubleValue)
                .filter(Double::isFinite)
                .map(Numbers::shortest);
    }

    /** The same to the last decimal. */
    public static Optional<BigDecimal> exact(String text, char decimal) {
        if (decimal == '.') {
            return plain(text);
        }
        return GROUPED.matcher(text).matches() || UNGROUPED.matcher(text).matches()
                ? plain(GROUPING.matcher(text).replaceAll("").replace(decimal, '.'))
                : Optional.empty();
    }

    private static Optional<BigDecimal> plain(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
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
