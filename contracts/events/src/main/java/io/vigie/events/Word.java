package io.vigie.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** An enum whose constants travel as lower-case words, so that files, APIs, tables and screens spell them alike. */
public interface Word {
    String name();

    /** The constant as it is written outside Java: {@code AT_RISK} as {@code at-risk}. */
    @JsonValue
    default String word() {
        return Spelt.WORDS.computeIfAbsent(this, Spelt::out);
    }

    /**
     * The constant that a word stands for.
     *
     * @throws IllegalArgumentException naming the words that exist, when there is none such
     */
    static <E extends Enum<E> & Word> E of(Class<E> words, String word) {
        return Arrays.stream(words.getEnumConstants())
                .filter(constant -> constant.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is none of "
                        + Arrays.stream(words.getEnumConstants())
                                .map(Word::word)
                                .collect(Collectors.joining(", "))));
    }

    /** Each spelt once, for events are full of them. */
    final class Spelt {
        private static final Map<Word, String> WORDS = new ConcurrentHashMap<>();

        private Spelt() {}

        private static String out(Word word) {
            return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
