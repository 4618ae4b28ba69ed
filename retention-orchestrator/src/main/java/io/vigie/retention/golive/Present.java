package io.vigie.retention.golive;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.retention.policy.Past;

/**
 * A customer as they are now.
 *
 * @param seed what chance is drawn from: that of the decision to come, so that a dry run draws the same
 * @param underWay whether there is a case already, so that nothing is left to begin
 */
public record Present(RiskAssessed risk, Past past, String seed, boolean underWay) {}
