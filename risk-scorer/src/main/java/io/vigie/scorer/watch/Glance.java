package io.vigie.scorer.watch;

import io.vigie.events.risk.RiskLevel;
import java.time.Instant;

/**
 * What a line or a point shows of an assessment.
 *
 * @param base the probability of which levels are multiples
 */
record Glance(Instant at, double probability, RiskLevel level, double base) {}
