package io.vigie.retention.barometer;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * How many said what, without telling of anybody: groups under five are told together, and with a larger one where that
 * would still give a small one away.
 *
 * @param told by what they said
 * @param together those of the groups that are too small to be told by themselves; 0 where they are too few even so
 */
public record Groups<K extends Enum<K>>(Map<K, Long> told, long together) {
    /** Fewer people than this are never told of as a group. */
    public static final int LEAST = 5;

    public Groups {
        told = Map.copyOf(told);
    }

    public static <K extends Enum<K>> Groups<K> of(Class<K> kind, Map<K, Long> counts) {
        List<Map.Entry<K, Long>> rising = counts.entrySet().stream()
                .filter(group -> group.getValue() > 0)
                .sorted(Map.Entry.<K, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .toList();
        Map<K, Long> told = new EnumMap<>(kind);
        Iterator<Map.Entry<K, Long>> groups = rising.iterator();
        long together = 0;
        while (groups.hasNext()) {
            Map.Entry<K, Long> group = groups.next();
            if (group.getValue() < LEAST || (together > 0 && together < LEAST)) {
                together += group.getValue();
            } else {
                told.put(group.getKey(), group.getValue());
            }
        }
        return new Groups<>(told, together < LEAST ? 0 : together);
    }
}
