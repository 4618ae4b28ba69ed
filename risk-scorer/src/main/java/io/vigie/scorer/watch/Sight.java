package io.vigie.scorer.watch;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.scorer.model.Outlook;
import io.vigie.scorer.profile.Profile;

/** What one look shows. */
record Sight(Profile profile, Outlook outlook, String situation, RiskAssessed assessed) {}
