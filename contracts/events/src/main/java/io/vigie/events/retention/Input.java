package io.vigie.events.retention;

/**
 * What the rows of a policy asked, and the answer.
 *
 * @param name as the table calls it
 */
public record Input(String name, String value) {}
