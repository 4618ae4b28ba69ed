package io.vigie.scorer.scoring;

import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.RiskPart;
import io.vigie.scorer.learning.history.Attributes;
import io.vigie.scorer.learning.history.Input;
import io.vigie.scorer.learning.history.Inputs;
import io.vigie.scorer.learning.history.Subject;
import io.vigie.scorer.model.ExpertOutlook;
import io.vigie.scorer.model.Outlook;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.profile.Profile;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the history taught, over what the scorecard reads; where it taught nothing the scorecard speaks. */
public final class LearnedModel implements ScoringModel {
    private final String id;
    private final HistoryModelFile file;
    private final Attributes attributes;
    private final RiskModel scorecard;
    private final Map<RiskKind, Learned> learned = new EnumMap<>(RiskKind.class);

    public LearnedModel(HistoryModelFile file, RiskModel scorecard) {
        this.id = file.id();
        this.file = file;
        this.attributes = file.onRecord();
        this.scorecard = scorecard;
        for (RiskPart part : file.risks()) {
            Inputs inputs = new Inputs(part.risk(), part.base(), part.inputs(), file.groups(), scorecard);
            List<Double> usual =
                    attributes.usual(part.model().linear(), part.inputs().size());
            learned.put(part.risk(), new Learned(part, inputs, usual));
        }
    }

    /** What was learned of one risk, how to read what it needs, and what each input adds on average. */
    record Learned(RiskPart part, Inputs inputs, List<Double> usual) {}

    @Override
    public String id() {
        return id;
    }

    public HistoryModelFile file() {
        return file;
    }

    @Override
    public String name(Profile profile) {
        return id + " " + scorecard.name(profile);
    }

    @Override
    public Outlook outlook(Profile profile) {
        ExpertOutlook outlook = scorecard.outlook(profile);
        double base =
                file.base(outlook.segment(), !profile.contracts().isEmpty()).orElse(outlook.base());
        // of who objects to profiling only that is said which holds for everybody like them
        return profile.objects()
                ? outlook.onBase(base, scorecard.scorecard().byChoiceBase(base))
                : new LearnedOutlook(this, Subject.of(outlook, profile, attributes), base);
    }

    @Override
    public Past past() {
        return Past.of(file);
    }

    @Override
    public Map<String, Integer> bands(Profile profile, Instant at) {
        Map<String, Integer> bands = new HashMap<>();
        Subject subject = Subject.of(scorecard.outlook(profile), profile, attributes);
        for (Learned one : learned.values()) {
            double[] values = one.inputs().at(subject, at).values();
            for (int i = 0; i < values.length; i++) {
                Input input = one.part().inputs().get(i);
                bands.putIfAbsent(input.name(), input.met().band(values[i]));
            }
        }
        bands.put(MonthOfModel.SCORE, file.scores().band(outlook(profile).probability(at)));
        return bands;
    }

    Optional<Learned> learned(RiskKind kind) {
        return Optional.ofNullable(learned.get(kind));
    }
}
