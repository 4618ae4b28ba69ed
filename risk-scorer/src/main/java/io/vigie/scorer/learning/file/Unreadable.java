package io.vigie.scorer.learning.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of a file in one sentence why it cannot be read, where what reads it says so in terms of its own code. */
public final class Unreadable {
    private Unreadable() {}

    /** Where in the file what is wrong stands, and what it is where that was found by us. */
    public static String why(JsonProcessingException failure) {
        if (failure.getCause() instanceof IllegalArgumentException ours && ours.getMessage() != null) {
            return ours.getMessage();
        }
        if (failure instanceof JsonMappingException mapping) {
            return mapping.getPath().isEmpty()
                    ? "it does not say what it is (learnedFrom), or lacks what such a file must hold"
                    : "what stands in " + path(mapping) + " is not what must stand there";
        }
        return Optional.ofNullable(failure.getLocation())
                .map(where -> "what stands in line " + where.getLineNr() + ", column " + where.getColumnNr()
                        + ", belongs to no file of that kind")
                .orElse("it ends too early");
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(one -> one.getFieldName() == null ? "[" + one.getIndex() + "]" : one.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
