package io.vigie.ingest.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.vigie.events.Word;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** Puts what the JSON parser found into words for whoever sent it: the field, and what it should hold. */
public final class JsonFaults {
    private JsonFaults() {}

    public static String of(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException wrong ->
                path(wrong) + "there is no such field; there are "
                        + wrong.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "));
            case InvalidFormatException wrong ->
                path(wrong) + "\"" + wrong.getValue() + "\" is " + noneOf(wrong.getTargetType());
            case ValueInstantiationException wrong
            when wrong.getCause() != null ->
                path(wrong)
                        + Objects.requireNonNullElse(
                                wrong.getCause().getMessage(), "a list holds null, or a part of it is missing");
            case MismatchedInputException wrong -> path(wrong) + "has the wrong JSON type" + wanted(wrong);
            case JsonMappingException wrong -> path(wrong) + "cannot be read";
            default -> e.getOriginalMessage().lines().findFirst().orElse("cannot be read") + where(e);
        };
    }

    private static String noneOf(Class<?> target) {
        if (Word.class.isAssignableFrom(target) && target.isEnum()) {
            return "none of "
                    + Arrays.stream(target.getEnumConstants())
                            .map(Word.class::cast)
                            .map(Word::word)
                            .collect(Collectors.joining(", "));
        }
        return target == Instant.class
                ? "no instant such as 2026-01-31T10:00:00Z"
                : "no " + target.getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    private static String wanted(MismatchedInputException wrong) {
        if (wrong.getTargetType() == Instant.class) {
            return ": an instant is wanted, as text such as 2026-01-31T10:00:00Z";
        }
        return wrong.getTargetType() == null
                ? ""
                : ": a " + wrong.getTargetType().getSimpleName().toLowerCase(java.util.Locale.ROOT) + " is wanted";
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> Objects.requireNonNullElseGet(step.getFieldName(), () -> "[" + step.getIndex() + "]"))
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        return path.isEmpty() ? "" : path + ": ";
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }
}
