package io.vigie.ingest.source;

import io.vigie.ingest.intake.Reason;
import java.util.List;
import java.util.Optional;

/**
 * A file that is uploaded beforehand and joined to every row.
 *
 * @param key the lookup's own column that is looked up
 * @param from the row's column that holds the key
 * @param columns the lookup's columns to keep
 * @param customer the lookup's column that holds a customer's id, so that their rows go when they are erased
 * @param missing the reason word for a row whose key the lookup does not hold
 */
public record LookupSpec(String key, String from, List<String> columns, Optional<String> customer, String missing) {
    public LookupSpec {
        columns = columns == null ? List.of() : List.copyOf(columns);
        customer = customer == null ? Optional.empty() : customer;
        missing = missing == null ? Reason.LOOKUP_MISS.word() : missing;
        if (!columns.isEmpty() && customer.filter(columns::contains).isEmpty() && customer.isPresent()) {
            throw new IllegalArgumentException(
                    "customer \"" + customer.get() + "\" must be one of the columns " + columns);
        }
    }
}
