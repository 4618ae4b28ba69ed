package io.vigie.scorer.model;

import io.vigie.events.risk.ComingDate;
import io.vigie.events.risk.IfNothingComes;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.profile.LifeEnd;
import io.vigie.scorer.profile.LifeRules;
import io.vigie.scorer.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is coming if nothing is heard: when the level rises by itself, and the dates that mean something. */
public final class Foresight {
    private static final Duration FAR = Duration.ofDays(730);
    private static final String CONTRACT_RENEWS = "contract-renews";
    private static final String NOTICE_CLOSES = "notice-closes";
    private static final String DORMANT = "dormant";
    private static final String LOST = "lost";

    private final Scorecard scorecard;
    private final LifeRules rules;
    private final SignalCatalogue catalogue;
    private final Reviews reviews;

    public Foresight(Scorecard scorecard, LifeRules rules, SignalCatalogue catalogue) {
        this.scorecard = scorecard;
        this.rules = rules;
        this.catalogue = catalogue;
        this.reviews = new Reviews(scorecard.levels());
    }

    /**
     * The first rise of the level after an instant, to the minute: within two years, and while the life lasts.
     *
     * @param quietUntil up to when it is known already that nothing changes the level, at least that instant itself
     */
    public Optional<IfNothingComes> rise(
            Profile profile, Outlook outlook, RiskLevel level, Instant from, Instant quietUntil) {
        if (profile.lost() || level == RiskLevel.URGENT) {
            return Optional.empty();
        }
        Instant far = from.plus(FAR);
        Instant end = LifeEnd.expected(profile, rules)
                .map(LifeEnd::at)
                .filter(far::isAfter)
                .orElse(far);
        RiskLevel current = level;
        for (Instant at = quietUntil; at.isBefore(end); at = reviews.next(outlook, current, at, end)) {
            current = scorecard.levels().next(current, outlook.probability(at), outlook.base());
            if (current.compareTo(level) > 0) {
                return Optional.of(new IfNothingComes(at, current));
            }
        }
        return Optional.empty();
    }

    /** The dates after an instant, soonest first; none of who objects to profiling. */
    public List<ComingDate> dates(Profile profile, Instant from) {
        if (profile.objects()) {
            return List.of();
        }
        return Stream.of(
                        DateFeature.of(profile, scorecard, catalogue).stream().flatMap(Foresight::ofFeature),
                        renewals(profile),
                        profile.matters().stream().flatMap(matter -> matter.until().stream()
                                .map(on -> new ComingDate(matter.type(), on))),
                        rules.dormantFrom(profile).map(on -> new ComingDate(DORMANT, on)).stream(),
                        LifeEnd.expected(profile, rules).map(end -> new ComingDate(LOST, end.at())).stream())
                .flatMap(dates -> dates)
                .filter(date -> date.on().isAfter(from))
                .distinct()
                .sorted(Comparator.comparing(ComingDate::on).thenComparing(ComingDate::what))
                .toList();
    }

    private static Stream<ComingDate> ofFeature(DateFeature feature) {
        return Stream.concat(
                Stream.of(new ComingDate(feature.type(), feature.from())),
                feature.until().stream().map(on -> new ComingDate(NOTICE_CLOSES, on)));
    }

    private static Stream<ComingDate> renewals(Profile profile) {
        return profile.contracts().values().stream()
                .flatMap(open -> open.renewsItself().stream())
                .map(end -> new ComingDate(CONTRACT_RENEWS, end));
    }
}
