package io.vigie.scorer.watch;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.model.Basis;
import io.vigie.scorer.model.Reviews;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.model.Scorecard;
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
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Keeps one customer's probability true: takes what comes, looks again when due, and says what is worth telling. */
public final class Watch {
    private final Fold fold;
    private final Assessor assessor;
    private final Looking looking;
    private final Predicting predicting;
    private final Basis basis;

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
        this.assessor = new Assessor(models, scorecard, rules, catalogue, fold);
        this.looking = new Looking(assessor, new Reviews(scorecard.levels()), new News(catalogue, settings), settings);
        this.basis = Basis.of(catalogue, scorecard, rules.zone());
        this.predicting = new Predicting(models, fold, scorecard, basis);
    }

    /** For holding what is said of customers against what comes. */
    public Predicting predicting() {
        return predicting;
    }

    /** What everything that is kept rests on. */
    public Basis basis() {
        return basis;
    }

    /** For looking at customers again of whom nothing came. */
    public Reconsidering reconsidering() {
        return new Reconsidering(fold, looking);
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
        Standing then = take(standing, entry, timeline, now, telling -> tellings.add(telling.get()));
        return new Step(then, List.copyOf(tellings));
    }

    private Standing take(
            Standing standing,
            Entry entry,
            Supplier<? extends Iterable<Entry>> timeline,
            Instant now,
            Consumer<Supplier<Telling>> tellings) {
        Standing ready = standing;
        Profile profile;
        if (standing.profile().precedes(entry)) {
            ready = looking.fire(standing, entry.customer(), entry.time(), now, tellings);
            profile = fold.step(ready.profile(), entry);
        } else {
            profile = fold.of(timeline.get());
        }
        Instant at = later(ready.asOf(), profile.position().orElseThrow().time());
        Look look = new Look(entry.customer(), at, Optional.of(entry), now);
        return looking.look(ready.withProfile(profile), look, tellings);
    }

    /** Where the watch stands after the next entry in order, of which nothing is told: far less work than taking it in. */
    Standing follow(Standing standing, Entry entry, Instant now) {
        return take(standing, entry, List::of, now, Watch::untold);
    }

    /** Where it stands at an instant if nothing comes until then, of which nothing is told. */
    Standing pass(Standing standing, String customer, Instant by, Instant now) {
        return looking.fire(standing, customer, by, now, Watch::untold);
    }

    private static void untold(Supplier<Telling> telling) {}

    /** What entries that are in order come to. */
    public Profile fold(Iterable<Entry> inOrder) {
        return fold.of(inOrder);
    }

    /** Fires all reviews of a customer that are due by an instant. */
    public Step review(Standing standing, String customer, Instant dueBy, Instant now) {
        List<Telling> tellings = new ArrayList<>();
        return new Step(
                looking.fire(standing, customer, dueBy, now, telling -> tellings.add(telling.get())),
                List.copyOf(tellings));
    }

    /** Says nothing now, and looks again at an instant. */
    public static Step putOff(Standing standing, Instant to) {
        return new Step(standing.reviewedAt(to), List.of());
    }

    /** The assessment at an instant no earlier than the latest one made, whether worth telling or not. */
    public RiskAssessed assess(Standing standing, String customer, Instant at, Instant now) {
        Look look = new Look(customer, later(standing.asOf(), at), Optional.empty(), now);
        return assessor.assessForeseeing(standing, look, assessor.see(standing, look), look.at());
    }

    /** The same in three figures, without the search for what is coming. */
    Glance glance(Standing standing, String customer, Instant at) {
        Look look = new Look(customer, later(standing.asOf(), at), Optional.empty(), at);
        Sight sight = assessor.see(standing, look);
        return new Glance(
                look.at(), sight.probability(), sight.level(), sight.outlook().base());
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
                standing = follow(standing, entry, at);
            }
        }
        if (standing.asOf().isEmpty()) {
            return Optional.empty();
        }
        Standing then = pass(standing, customer, at, at);
        return Optional.of(assess(then, customer, at, at));
    }

    static Instant later(Optional<Instant> a, Instant b) {
        return a.filter(instant -> instant.isAfter(b)).orElse(b);
    }
}
