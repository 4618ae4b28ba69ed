package io.vigie.scorer.watch;

import io.vigie.events.risk.RiskAssessed;
import java.util.Optional;

/**
 * An assessment worth publishing.
 *
 * @param id its event id, the same in every replay
 * @param causedBy id of the signal or record that moved it
 */
public record Telling(String id, Optional<String> causedBy, RiskAssessed assessed) {}
