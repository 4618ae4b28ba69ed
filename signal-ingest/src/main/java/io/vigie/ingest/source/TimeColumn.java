package io.vigie.ingest.source;

import java.util.List;

/**
 * The column that says when it happened.
 *
 * @param patterns ways in which it is written, in the letters of java.time; ISO 8601 with an offset is always understood
 */
public record TimeColumn(String column, List<String> patterns) {
    public TimeColumn {
        patterns = patterns == null ? List.of() : List.copyOf(patterns);
    }
}
