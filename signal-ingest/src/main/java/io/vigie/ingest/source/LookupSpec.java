package io.vigie.ingest.source;

import io.vigie.ingest.intake.Reason;
import java.util.List;

/**
 * A file that is uploaded beforehand and joined to every row.
 *
 * @param key the lookup's own column that is looked up
 * @param from the row's column that holds the key
 * @param columns the lookup's columns to keep
 * @param missing the reason word for a row whose key the lookup does not hold
 */
public record LookupSpec(String key, String from, List<String> columns, String missing) {
    public LookupSpec {
        columns = columns == null ? List.of() : List.copyOf(columns);
        missing = missing == null ? Reason.LOOKUP_MISS.word() : missing;
    }
}
