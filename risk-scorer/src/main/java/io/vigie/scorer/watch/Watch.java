package io.vigie.scorer.watch;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.wire.Ids;
import io.vigie.scorer.model.Reviews;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.model.Scorecard;
import io.vigie.scorer.profile.Days;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Fold;
import io.vigie.scorer.profile.LifeRules;
import io.vigie.scorer.profile.Profile;
import io.vigie.scorer.scoring.ExpertModel;
import io.vigie.scorer.scoring.Speaking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps one customer's probability true: takes what comes, looks again when due, and says what is worth telling. */
public final class Watch {
    private final Fold fold;
    private final Assessor assessor;
    private final Reviews reviews;
    private final News news;
    private final Predicting predicting;
    private final WatchSettings settings;

    public Watch(SignalCatalogue catalogue, Scorecard scorecard, LifeRules rules, WatchSettings settings) {
        this(
                catalogue,
                scorecard,
                Speaking.always(new ExpertModel(new RiskModel(catalogue, scorecard, rules))),
                rules,
                settings);
    }

    /** @param models which of them speaks may change while the watch goes on */
    public Watch(
            SignalCatalogue catalogue, Scorecard scorecard, Speaking models, LifeRules rules, WatchSettings settings) {
        this.fold = new Fold(catalogue, rules);
        this.assessor = new Assessor(models, scorecard, rules, fold);
        this.reviews = new Reviews(scorecard.levels());
        this.news = new News(catalogue, settings);
        this.predicting = new Predicting(models, fold, scorecard);
        this.settings = settings;
    }

    /** For holding what is said of customers against what comes. */
    public Predicting predicting() {
        return predicting;
    }

    /** Where the watch stands after something, and what is to be published, in order. */
    public record Step(Standing standing, List<Telling> tellings) {}

    /**
     * Takes an entry in: reviews due by then come first; one that is late refolds the timeline.
     *
     * @param timeline all entries in order, this one included
     * @param now wall clock, for the record only
     */
    public Step take(Standing standing, Entry entry, Supplier<? extends Iterable<Entry>> timeline, Instant now) {
        List<Telling> tellings = new ArrayList<>();
        Standing ready = standing;
        Profile profile;
        if (standing.profile().precedes(entry)) {
            ready = fire(standing, entry.customer(), entry.time(), now, tellings);
            profile = fold.step(ready.profile(), entry);
        } else {
            profile = fold.of(timeline.get());
        }
        Instant at = later(ready.asOf(), profile.position().orElseThrow().time());
        Look look = new Look(entry.customer(), at, Optional.of(entry), now);
        return new Step(look(ready.withProfile(profile), look, tellings), List.copyOf(tellings));
    }

    /** What entries that are in order come to. */
    public Profile fold(Iterable<Entry> inOrder) {
        return fold.of(inOrder);
    }

    /** Fires all reviews of a customer that are due by an instant. */
    public Step review(Standing standing, String customer, Instant dueBy, Instant now) {
        List<Telling> tellings = new ArrayList<>();
        return new Step(fire(standing, customer, dueBy, now, tellings), List.copyOf(tellings));
    }

    /**
     * Looks again because the model has changed; what it tells opens no case.
     *
     * @param now wall clock
     */
    public Step reconsider(Standing standing, String customer, Instant now) {
        List<Telling> tellings = new ArrayList<>();
        Standing current = fire(standing, customer, now, now, tellings);
        if (current.nextReview().isPresent()) {
            Instant at = later(current.asOf(), now);
            current = look(current, Look.forTheModel(customer, at, now), tellings);
        }
        return new Step(current, List.copyOf(tellings));
    }

    /** The assessment at an instant no earlier than the latest one made, whether worth telling or not. */
    public RiskAssessed assess(Standing standing, String customer, Instant at, Instant now) {
        Look look = new Look(customer, later(standing.asOf(), at), Optional.empty(), now);
        return assessor.assessForeseeing(standing, look, assessor.see(standing, look), look.at());
    }

    /** The probability of which levels are multiples, at an instant. */
    double base(Standing standing, String customer, Instant at) {
        Look look = new Look(customer, later(standing.asOf(), at), Optional.empty(), at);
        return assessor.see(standing, look).outlook().base();
    }

    /**
     * The canonical assessment as of any instant: the timeline up to then, watched in its own order.
     *
     * @return empty where nothing was known of the customer by then
     */
    public Optional<RiskAssessed> assessAsOf(Iterable<Entry> inOrder, String customer, Instant at) {
        Standing standing = Standing.NEW;
        for (Entry entry : inOrder) {
            if (!entry.time().isAfter(at)) {
                standing = take(standing, entry, List::of, at).standing();
            }
        }
        if (standing.asOf().isEmpty()) {
            return Optional.empty();
        }
        Standing then = review(standing, customer, at, at).standing();
        return Optional.of(assess(then, customer, at, at));
    }

    private Standing fire(Standing standing, String customer, Instant by, Instant now, List<Telling> tellings) {
        Standing current = standing;
        while (current.nextReview().filter(due -> !due.isAfter(by)).isPresent()) {
            Instant due = current.nextReview().orElseThrow();
            current = look(current, new Look(customer, due, Optional.empty(), now), tellings);
        }
        return current;
    }

    private Standing look(Standing standing, Look look, List<Telling> tellings) {
        Sight sight = assessor.see(standing, look);
        boolean tell = news.worthTelling(standing, look, sight);
        boolean open =
                sight.level().atLeast(RiskLevel.WATCH) || !sight.matters().isEmpty();
        boolean alerted = open || (standing.alerted() && !(tell && news.settles(look)));
        long told = standing.told() + (tell ? 1 : 0);
        Optional<Standing.Told> lastTold = tell
                ? Optional.of(new Standing.Told(look.at(), sight.probability(), sight.level(), sight.situation()))
                : standing.lastTold();
        Optional<Instant> next =
                nextReview(sight, look.at(), lastTold.orElseThrow().at());
        if (tell) {
            RiskAssessed assessed = open
                    ? assessor.assessForeseeing(standing, look, sight, next.orElse(look.at()))
                    : assessor.assess(standing, look, sight);
            tellings.add(telling(look, told, assessed, next));
        }
        return new Standing(standing.profile(), Optional.of(look.at()), sight.level(), lastTold, alerted, told, next);
    }

    private Telling telling(Look look, long number, RiskAssessed assessed, Optional<Instant> next) {
        Optional<String> cause = look.entry().map(entry -> entry.position().id());
        String id = look.entry()
                .map(entry -> Ids.derived(
                        entry.position().source() + " " + entry.position().id(), "risk " + number))
                .orElseGet(() -> Ids.derived(look.customer() + " " + look.at(), "review " + number))
                .toString();
        return new Telling(id, cause, assessed.reviewedNext(next));
    }

    private Optional<Instant> nextReview(Sight sight, Instant at, Instant lastTold) {
        if (sight.profile().lost()) {
            return Optional.empty();
        }
        if (sight.profile().objects()) {
            return Optional.ofNullable(sight.outlook().breaks().higher(at));
        }
        Instant latest = Days.after(lastTold, settings.everyDays());
        return Optional.of(
                reviews.next(sight.outlook(), sight.level(), at, latest.isAfter(at) ? latest : at.plusSeconds(60)));
    }

    private static Instant later(Optional<Instant> a, Instant b) {
        return a.filter(instant -> instant.isAfter(b)).orElse(b);
    }
}
