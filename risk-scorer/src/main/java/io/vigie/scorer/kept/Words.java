package io.vigie.scorer.kept;

import io.vigie.events.Word;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The constants of enums by their words, looked up once: going through them each time would cost more than reading them. */
final class Words {
    private final ClassValue<Map<String, Object>> known = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
            Map<String, Object> constants = new HashMap<>();
            for (Object constant : Objects.requireNonNull(type.getEnumConstants(), type + " is no enum")) {
                constants.put(((Word) constant).word(), constant);
            }
            return Map.copyOf(constants);
        }
    };

    <E extends Enum<E> & Word> E of(Class<E> words, String word) {
        Object constant = known.get(words).get(word);
        return constant == null ? Word.of(words, word) : words.cast(constant);
    }
}
