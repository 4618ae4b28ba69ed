package io.vigie.scorer.learning.table;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of a table.
 *
 * @param id the column that names the customer, where it is known
 * @param left {@code COLUMN=VALUE} for who has left, or {@code COLUMN} where its values say so by themselves
 * @param keep columns to learn from though they look as if they gave the answer away
 * @param ignore columns not to learn from
 */
public record TableQuestion(Path file, Optional<String> id, String left, Set<String> keep, Set<String> ignore) {
    public TableQuestion {
        keep = Set.copyOf(keep);
        ignore = Set.copyOf(ignore);
    }
}
