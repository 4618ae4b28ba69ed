package io.vigie.scorer.watch;

import io.vigie.events.risk.Matter;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.risk.SignalRef;
import io.vigie.events.signal.RiskKind;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.model.Explanation;
import io.vigie.scorer.model.Foresight;
import io.vigie.scorer.model.OpenMatters;
import io.vigie.scorer.model.Outlook;
import io.vigie.scorer.model.Scorecard;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Fold;
import io.vigie.scorer.profile.LifeRules;
import io.vigie.scorer.profile.Profile;
import io.vigie.scorer.scoring.ScoringModel;
import io.vigie.scorer.scoring.Speaking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Assesses a customer at one instant, worth telling or not. */
final class Assessor {
    private final Speaking models;
    private final Scorecard scorecard;
    private final LifeRules rules;
    private final SignalCatalogue catalogue;
    private final Fold fold;
    private final Foresight foresight;

    Assessor(Speaking models, Scorecard scorecard, LifeRules rules, SignalCatalogue catalogue, Fold fold) {
        this.models = models;
        this.scorecard = scorecard;
        this.rules = rules;
        this.catalogue = catalogue;
        this.fold = fold;
        this.foresight = new Foresight(scorecard, rules, catalogue);
    }

    Sight see(Standing standing, Look look) {
        Profile profile = fold.endedBy(standing.profile(), look.at());
        ScoringModel model = models.champion();
        Outlook outlook = model.outlook(profile);
        double probability = outlook.probability(look.at());
        List<Matter> matters = profile.objects() ? List.of() : OpenMatters.at(profile, scorecard, catalogue, look.at());
        Optional<Instant> dormantSince =
                rules.dormantFrom(profile).filter(since -> !since.isAfter(look.at()) && !profile.objects());
        return new Sight(
                profile,
                outlook,
                probability,
                scorecard.levels().next(standing.level(), probability, outlook.base()),
                matters,
                dormantSince,
                Situation.text(profile, matters, dormantSince.isPresent()),
                model.name(profile));
    }

    /** What was seen, explained. */
    RiskAssessed assess(Standing standing, Look look, Sight sight) {
        Profile profile = sight.profile();
        RiskShare byChoice = sight.outlook().share(RiskKind.BY_CHOICE, look.at());
        RiskShare unpaid = sight.outlook().share(RiskKind.UNPAID, look.at());
        return new RiskAssessed(
                look.customer(),
                look.at(),
                look.now(),
                look.trigger(),
                look.entry().flatMap(Assessor::signalRef),
                scorecard.horizonDays(),
                sight.probability(),
                sight.level(),
                standing.lastTold().map(Standing.Told::level).orElse(RiskLevel.STABLE),
                byChoice,
                unpaid,
                Explanation.cause(profile, byChoice, unpaid),
                profile.unavoidable().filter(flag -> !profile.objects()),
                profile.life().orElseThrow(),
                profile.pastLives(),
                sight.matters(),
                Situation.input(profile, rules.dayOf(look.at())),
                sight.model(),
                standing.nextReview(),
                sight.dormantSince(),
                Optional.empty(),
                List.of());
    }

    /**
     * The same, with what is coming if nothing is heard: only where somebody may act on it, for it takes a search.
     *
     * @param quietUntil up to when it is known that time alone does not change the level
     */
    RiskAssessed assessForeseeing(Standing standing, Look look, Sight sight, Instant quietUntil) {
        return assess(standing, look, sight)
                .foreseeing(
                        foresight.rise(sight.profile(), sight.outlook(), sight.level(), look.at(), quietUntil),
                        foresight.dates(sight.profile(), look.at()));
    }

    private static Optional<SignalRef> signalRef(Entry entry) {
        return entry instanceof Entry.Happened(Signal signal)
                ? Optional.of(new SignalRef(signal.source(), signal.id(), signal.type(), signal.time()))
                : Optional.empty();
    }
}
