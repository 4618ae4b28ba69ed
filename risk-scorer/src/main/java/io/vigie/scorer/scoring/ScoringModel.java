package io.vigie.scorer.scoring;

import io.vigie.scorer.model.Outlook;
import io.vigie.scorer.profile.Profile;
import java.time.Instant;
import java.util.Map;

/** A model that can speak on every customer at every instant: probabilities of both risks, reasons, bounds in time. */
public sealed interface ScoringModel permits ExpertModel, LearnedModel, BroughtModel {
    /** Under which it stands in the registry. */
    String id();

    /** Which figures a customer's probability rests on, for the record. */
    String name(Profile profile);

    /** How the customer's probability runs on from the last entry folded. */
    Outlook outlook(Profile profile);

    /** What it is held against, to watch for drift. */
    Past past();

    /** In which band of that past each input lies at an instant, and the score. */
    Map<String, Integer> bands(Profile profile, Instant at);
}
