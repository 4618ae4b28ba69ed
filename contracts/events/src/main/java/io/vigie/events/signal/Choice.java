package io.vigie.events.signal;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.Word;
import java.util.Optional;

/** A word that is fixed by the type, or read from an attribute where the signal has it. */
public record Choice<E extends Enum<E> & Word>(E otherwise, Optional<String> attribute) {

    public Choice {
        if (otherwise == null) {
            throw new IllegalArgumentException("cause and stage need \"otherwise\": the word that holds by itself");
        }
        attribute = attribute == null ? Optional.empty() : attribute;
    }

    /** The word for one signal; an attribute that holds no such word counts as absent. */
    public E of(JsonNode attributes) {
        return attribute
                .map(attributes::path)
                .filter(JsonNode::isTextual)
                .flatMap(node -> Words.find(otherwise.getDeclaringClass(), node.textValue()))
                .orElse(otherwise);
    }

    private static final class Words {
        static <E extends Enum<E> & Word> Optional<E> find(Class<E> type, String word) {
            for (E constant : type.getEnumConstants()) {
                if (constant.word().equals(word)) {
                    return Optional.of(constant);
                }
            }
            return Optional.empty();
        }
    }
}
