package io.vigie.scorer.watch;

import io.vigie.events.risk.Matter;
import io.vigie.events.risk.RiskLevel;
import io.vigie.scorer.model.Outlook;
import io.vigie.scorer.profile.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one look shows: as much as it takes to say whether it is worth telling; an assessment is made of it where it is.
 *
 * @param model the name of what speaks
 */
record Sight(
        Profile profile,
        Outlook outlook,
        double probability,
        RiskLevel level,
        List<Matter> matters,
        Optional<Instant> dormantSince,
        String situation,
        String model) {}
