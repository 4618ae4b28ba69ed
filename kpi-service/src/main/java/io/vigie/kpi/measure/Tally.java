package io.vigie.kpi.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Counts by word, with every word in its own order and none left out, so that readers need not guess at zeros. */
final class Tally {
    private Tally() {}

    static <E extends Enum<E>> Map<E, Long> of(Class<E> words, Map<E, Long> counts) {
        Map<E, Long> all = new EnumMap<>(words);
        for (E word : words.getEnumConstants()) {
            all.put(word, counts.getOrDefault(word, 0L));
        }
        return Collections.unmodifiableMap(all);
    }
}
