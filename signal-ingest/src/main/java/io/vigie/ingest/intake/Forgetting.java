package io.vigie.ingest.intake;

import java.time.Instant;

/**
 * That a customer is to be erased, as the system that they told it to says.
 *
 * @param at when that system erased them
 */
public record Forgetting(String customer, Instant at) {}
