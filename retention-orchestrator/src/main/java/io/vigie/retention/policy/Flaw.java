package io.vigie.retention.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with a policy.
 *
 * @param where the row, by name, or the figure
 * @param reason what is wrong, and how to mend it
 */
public record Flaw(String where, String reason) {
    /** For whoever cannot go on with any of them. */
    static IllegalArgumentException all(List<Flaw> flaws) {
        return new IllegalArgumentException(
                flaws.stream().map(flaw -> flaw.where() + ": " + flaw.reason()).collect(Collectors.joining("; ")));
    }
}
