package io.vigie.retention.policy;

/** One thing that a row asks. */
public record Condition(Question question, String text) {}
