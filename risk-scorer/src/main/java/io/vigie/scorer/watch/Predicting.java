package io.vigie.scorer.watch;

import io.vigie.events.risk.Life;
import io.vigie.events.risk.RiskLevel;
import io.vigie.scorer.learning.history.LeftMeans;
import io.vigie.scorer.model.Basis;
import io.vigie.scorer.model.Levels;
import io.vigie.scorer.model.Outlook;
import io.vigie.scorer.model.Scorecard;
import io.vigie.scorer.profile.Fold;
import io.vigie.scorer.profile.Profile;
import io.vigie.scorer.scoring.ExpertModel;
import io.vigie.scorer.scoring.LearnedModel;
import io.vigie.scorer.scoring.Prediction;
import io.vigie.scorer.scoring.ScoringModel;
import io.vigie.scorer.scoring.Speaking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Notes what models say of a customer. */
public final class Predicting {
    private final Speaking models;
    private final Fold fold;
    private final Levels levels;
    private final Basis basis;
    private final Aftermath aftermath;
    private final LongAdder failures = new LongAdder();

    public Predicting(Speaking models, Fold fold, Scorecard scorecard, Basis basis) {
        this.models = models;
        this.fold = fold;
        this.basis = basis;
        this.levels = scorecard.levels();
        this.aftermath = new Aftermath(fold, Duration.ofDays(scorecard.horizonDays()));
    }

    /** For holding what was said against what came. */
    public Aftermath aftermath() {
        return aftermath;
    }

    /** Whether a model scores beside the champion, which is compared at every look. */
    public boolean compares() {
        return models.shadow().isPresent();
    }

    /** Which models speak: the champion, then the shadow if there is one. */
    public List<String> models() {
        return Stream.concat(Stream.of(models.champion()), models.shadow().stream())
                .map(model -> notedAs(model.id()))
                .toList();
    }

    /** Under which name it is noted what a model says: on another basis the scorecard is another model. */
    public String notedAs(String model) {
        return model.equals(ExpertModel.ID) ? model + "@" + basis.text() : model;
    }

    /** What is said of a customer at the latest look; empty where nothing is to be learned of it. */
    public Optional<Prediction> of(String customer, Standing standing) {
        ScoringModel champion = models.champion();
        Optional<ScoringModel> shadow = models.shadow();
        if (standing.asOf().isEmpty() || standing.profile().objects()) {
            return Optional.empty();
        }
        Instant at = standing.asOf().get();
        Profile profile = fold.endedBy(standing.profile(), at);
        return profile.lost() || profile.life().isEmpty()
                ? Optional.empty()
                : Optional.of(new Prediction(
                        customer,
                        at,
                        profile.life().map(Life::number).orElse(0),
                        profile.contracted() || profile.orders().isEmpty(),
                        shadow.flatMap(Predicting::means)
                                .or(() -> means(champion))
                                .orElse(LeftMeans.END_OF_LIFE),
                        said(champion, profile, at),
                        shadow.flatMap(model -> fenced(model, profile, at))));
    }

    /** How often the shadow could not speak beside the champion since the start. */
    public long failures() {
        return failures.sum();
    }

    /** Who only speaks beside must not stop the one who is listened to, and where another spoke for it, it said nothing. */
    private Optional<Prediction.Said> fenced(ScoringModel shadow, Profile profile, Instant at) {
        try {
            long before = shadow.failures();
            Prediction.Said said = said(shadow, profile, at);
            if (shadow.failures() > before) {
                return Optional.empty();
            }
            if (Double.isFinite(said.probability())) {
                return Optional.of(said);
            }
        } catch (RuntimeException _) {
            failures.increment();
            return Optional.empty();
        }
        failures.increment();
        return Optional.empty();
    }

    private Prediction.Said said(ScoringModel model, Profile profile, Instant at) {
        Outlook outlook = model.outlook(profile);
        double probability = outlook.probability(at);
        return new Prediction.Said(
                notedAs(model.id()),
                probability,
                levels.next(RiskLevel.STABLE, probability, outlook.base()),
                model.bands(profile, at));
    }

    private static Optional<LeftMeans> means(ScoringModel model) {
        return model instanceof LearnedModel learned
                ? Optional.of(learned.file().data().withoutContract())
                : Optional.empty();
    }
}
