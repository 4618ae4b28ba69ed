package io.vigie.scorer.watch;

import io.vigie.events.risk.RiskLevel;
import io.vigie.scorer.profile.Profile;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the watch on one customer stands.
 *
 * @param profile the fold of all entries so far
 * @param asOf the latest instant assessed; time never runs back for a customer
 * @param level after hysteresis
 * @param lastTold what was last published
 * @param alerted whether, since all was last well, something was published that may have set people to work
 * @param told how many assessments were published, so that each has an id of its own
 * @param nextReview when to look again if nothing comes
 */
public record Standing(
        Profile profile,
        Optional<Instant> asOf,
        RiskLevel level,
        Optional<Told> lastTold,
        boolean alerted,
        long told,
        Optional<Instant> nextReview) {

    public static final Standing NEW = new Standing(
            Profile.EMPTY, Optional.empty(), RiskLevel.STABLE, Optional.empty(), false, 0, Optional.empty());

    /**
     * What was last published, as far as the next decision to publish needs it.
     *
     * @param situation all that a decision may turn on besides the probability, as one text to compare
     */
    public record Told(Instant at, double probability, RiskLevel level, String situation) {}

    Standing reviewedAt(Instant next) {
        return new Standing(profile, asOf, level, lastTold, alerted, told, Optional.of(next));
    }

    Standing withProfile(Profile next) {
        return new Standing(next, asOf, level, lastTold, alerted, told, nextReview);
    }
}
