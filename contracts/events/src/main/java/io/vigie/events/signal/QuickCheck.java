package io.vigie.events.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Sees of nearly all attributes that their schema can find nothing wrong with them; of what it does not pass, only the
 * schema knows whether and what is wrong.
 *
 * <p>Own code because a general validator takes longer over a handful of plain fields than reading and writing them.
 */
final class QuickCheck {
    /** They ask nothing of what they describe; a format only tells, by JSON Schema 2020-12. */
    private static final Set<String> SAY_NOTHING = Set.of("title", "description", "personal", "format");
    /** Beyond it, two integers may be one double. */
    private static final double LARGEST_EXACT = 9_007_199_254_740_991d;

    private QuickCheck() {}

    /** Passes nothing that the schema would not; nothing at all where the schema uses a keyword unknown here. */
    static Predicate<JsonNode> of(JsonNode schema) {
        return schema.isObject()
                ? schema.properties().stream()
                        .map(keyword -> check(keyword.getKey(), keyword.getValue()))
                        .reduce(Predicate::and)
                        .orElse(QuickCheck::always)
                : QuickCheck::never;
    }

    private static Predicate<JsonNode> check(String keyword, JsonNode value) {
        return switch (keyword) {
            case "type" -> type(value.asText());
            case "properties" -> properties(value);
            case "required" -> required(value);
            case "items" -> items(of(value));
            case "enum" -> oneOf(value);
            case "pattern" -> pattern(value.asText());
            case "minLength" -> length(value.intValue(), Integer.MAX_VALUE);
            case "maxLength" -> length(0, value.intValue());
            case "minimum" -> range(value.doubleValue(), Double.MAX_VALUE);
            case "maximum" -> range(-Double.MAX_VALUE, value.doubleValue());
            default -> SAY_NOTHING.contains(keyword) ? QuickCheck::always : QuickCheck::never;
        };
    }

    private static boolean always(JsonNode json) {
        return true;
    }

    private static boolean never(JsonNode json) {
        return false;
    }

    private static Predicate<JsonNode> type(String name) {
        return switch (name) {
            case "object" -> JsonNode::isObject;
            case "array" -> JsonNode::isArray;
            case "string" -> JsonNode::isTextual;
            case "boolean" -> JsonNode::isBoolean;
            case "integer" -> JsonNode::isIntegralNumber;
            case "number" -> JsonNode::isNumber;
            default -> QuickCheck::never;
        };
    }

    private static Predicate<JsonNode> properties(JsonNode schemas) {
        Map<String, Predicate<JsonNode>> checks = new HashMap<>();
        schemas.properties().forEach(property -> checks.put(property.getKey(), of(property.getValue())));
        return json -> {
            for (Map.Entry<String, JsonNode> field : json.properties()) {
                Predicate<JsonNode> check = checks.get(field.getKey());
                if (check != null && !check.test(field.getValue())) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Predicate<JsonNode> required(JsonNode names) {
        List<String> wanted = StreamSupport.stream(names.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return json -> !json.isObject() || wanted.stream().allMatch(json::has);
    }

    private static Predicate<JsonNode> items(Predicate<JsonNode> check) {
        return json -> !json.isArray() || json.valueStream().allMatch(check);
    }

    private static Predicate<JsonNode> oneOf(JsonNode words) {
        Set<JsonNode> texts = StreamSupport.stream(words.spliterator(), false)
                .filter(JsonNode::isTextual)
                .collect(Collectors.toUnmodifiableSet());
        return texts::contains;
    }

    /** The whole of a text must match, which is more than a schema asks. */
    private static Predicate<JsonNode> pattern(String expression) {
        try {
            Predicate<String> whole = Pattern.compile(expression).asMatchPredicate();
            return json -> !json.isTextual() || whole.test(json.textValue());
        } catch (PatternSyntaxException notOfJava) {
            return QuickCheck::never;
        }
    }

    private static Predicate<JsonNode> length(int least, int most) {
        return json -> {
            if (!json.isTextual()) {
                return true;
            }
            String text = json.textValue();
            return text.length() <= most && (least == 0 || text.codePointCount(0, text.length()) >= least);
        };
    }

    private static Predicate<JsonNode> range(double least, double most) {
        return json -> {
            double number = json.doubleValue();
            return !json.isNumber() || (number >= least && number <= most && Math.abs(number) <= LARGEST_EXACT);
        };
    }
}
