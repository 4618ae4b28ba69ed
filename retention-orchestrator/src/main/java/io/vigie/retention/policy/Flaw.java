package io.vigie.retention.policy;

/**
 * What is wrong with a policy.
 *
 * @param where the row, by name, or the figure
 * @param reason what is wrong, and how to mend it
 */
public record Flaw(String where, String reason) {}
