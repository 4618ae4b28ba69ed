package io.vigie.scorer.profile;

import java.time.Instant;
import java.util.Comparator;

/**
 * Where an entry stands in its customer's timeline: by time; at the same instant what the CRM knew comes before what
 * happened; then by source and id.
 */
public record Position(Instant time, boolean happened, String source, String id) implements Comparable<Position> {
    private static final Comparator<Position> ORDER = Comparator.comparing(Position::time)
            .thenComparing(Position::happened)
            .thenComparing(Position::source)
            .thenComparing(Position::id);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
