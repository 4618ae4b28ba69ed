package io.vigie.events.risk;

import java.time.Instant;

/**
 * What time alone will do: unless something is heard, the level rises.
 *
 * @param by when
 * @param level to which
 */
public record IfNothingComes(Instant by, RiskLevel level) {}
