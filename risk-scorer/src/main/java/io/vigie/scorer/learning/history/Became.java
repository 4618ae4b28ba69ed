package io.vigie.scorer.learning.history;

import java.time.Instant;

/**
 * What became of a customer by the end of a horizon, and when that was settled: contact made later changed nothing of it.
 *
 * @param settled when they left, else the end of the horizon
 */
public record Became(Fate fate, Instant settled) {}
