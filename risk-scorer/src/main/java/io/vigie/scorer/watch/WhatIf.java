package io.vigie.scorer.watch;

import io.vigie.events.risk.RiskAssessed;

/**
 * What signals that did not happen would change.
 *
 * @param before the assessment without them
 * @param after with them, as of the same instant
 * @param moved by how much they would move the probability
 */
public record WhatIf(RiskAssessed before, RiskAssessed after, double moved) {}
