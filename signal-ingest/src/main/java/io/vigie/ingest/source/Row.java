package io.vigie.ingest.source;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A row that could be read.
 *
 * @param raw its bytes as they came
 * @param values its columns that are not blank, and what was looked up for it
 * @param time when it happened, where the source has a time column
 * @param dayAlone whether that is a day, of which the time is the start
 * @param id its id, where the source names the column
 */
record Row(RawRow raw, Map<String, Object> values, Optional<Instant> time, boolean dayAlone, Optional<String> id) {
    String text(String column) {
        return String.valueOf(values.getOrDefault(column, ""));
    }
}
