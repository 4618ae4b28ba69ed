package io.vigie.scorer.scoring;

import io.vigie.scorer.model.Outlook;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.profile.Profile;
import java.time.Instant;
import java.util.Map;

/** The experts' scorecard, there from the first day. */
public record ExpertModel(RiskModel scorecard) implements ScoringModel {
    public static final String ID = "expert";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name(Profile profile) {
        return scorecard.name(profile);
    }

    @Override
    public Outlook outlook(Profile profile) {
        return scorecard.outlook(profile);
    }

    public ExpertFile file() {
        return ExpertFile.of(scorecard);
    }

    @Override
    public Past past() {
        return Past.unlearned(ExpertBands.all(scorecard));
    }

    @Override
    public Map<String, Integer> bands(Profile profile, Instant at) {
        return ExpertBands.of(scorecard, scorecard.outlook(profile), at);
    }
}
