package io.vigie.scorer.model;

import io.vigie.events.customer.Segment;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.profile.Cohorts;
import io.vigie.scorer.profile.LifeEnd;
import io.vigie.scorer.profile.LifeRules;
import io.vigie.scorer.profile.Profile;
import io.vigie.scorer.profile.Worth;
import io.vigie.scorer.silence.SilenceModels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The expert scorecard as a model: turns a profile into the run of its probability over time. */
public final class RiskModel {
    public static final String SILENCE = "silence";
    public static final String SPEND = "spend";

    private final SignalCatalogue catalogue;
    private final Scorecard scorecard;
    private final LifeRules rules;
    private final Cohorts cohorts;
    private final Supplier<SilenceModels> silences;
    private final Terms terms;

    /** The model with the scorecard's own silence parameters. */
    public RiskModel(SignalCatalogue catalogue, Scorecard scorecard, LifeRules rules) {
        this(catalogue, scorecard, rules, Cohorts.BY_SEGMENT, () -> SilenceModels.borrowed(scorecard.silence()));
    }

    /**
     * @param cohorts to which cohort a customer belongs
     * @param silences the silence parameters in use; they may change while the model is
     */
    public RiskModel(
            SignalCatalogue catalogue,
            Scorecard scorecard,
            LifeRules rules,
            Cohorts cohorts,
            Supplier<SilenceModels> silences) {
        this.catalogue = catalogue;
        this.scorecard = scorecard;
        this.rules = rules;
        this.cohorts = cohorts;
        this.silences = silences;
        this.terms = new Terms(catalogue, scorecard);
    }

    public Scorecard scorecard() {
        return scorecard;
    }

    /** What it may read of a customer: types of signals, and features of its own. */
    public Set<String> factors() {
        Set<String> factors = new TreeSet<>(terms.types());
        factors.addAll(List.of(SILENCE, SPEND));
        return factors;
    }

    /** What the counters of a factor weigh, by counter; nothing where there is no such factor, or it weighs nothing. */
    public Map<String, Double> weights(String factor) {
        return terms.weights(factor);
    }

    /** How the customer's probability runs on from the last entry folded. */
    public ExpertOutlook outlook(Profile profile) {
        return profile.objects() ? ofTheSegment(profile) : ofTheCustomer(profile);
    }

    /** Of who objects to profiling only that is said which holds for everybody like them, and when a life ends. */
    private ExpertOutlook ofTheSegment(Profile profile) {
        NavigableSet<Instant> end = new TreeSet<>();
        LifeEnd.expected(profile, rules).ifPresent(expected -> end.add(expected.at()));
        return outlook(profile, List.of(), List.of(), end);
    }

    private ExpertOutlook ofTheCustomer(Profile profile) {
        List<DateFeature> dates = DateFeature.of(profile, scorecard, catalogue);
        Terms.OfCustomer all = terms.of(
                profile, DateFeature.onceEach(dates), silenceOf(profile).model());
        return outlook(profile, all.byChoice(), all.unpaid(), breaks(profile, dates));
    }

    private ExpertOutlook outlook(
            Profile profile, List<Term> byChoice, List<Term> unpaid, NavigableSet<Instant> breaks) {
        Segment segment = Worth.segment(profile);
        double base = scorecard.base(segment, !profile.contracts().isEmpty());
        return new ExpertOutlook(
                segment,
                base,
                new Summands(scorecard.byChoiceBase(base), byChoice),
                new Summands(scorecard.unpaidBase(), unpaid),
                breaks);
    }

    /** Which figures a customer's probability rests on: the scorecard's version, and whose silence parameters. */
    public String name(Profile profile) {
        return scorecard.version() + " silence:" + silenceOf(profile).name();
    }

    private SilenceModels.Named silenceOf(Profile profile) {
        return silences.get().of(cohorts.of(profile));
    }

    private NavigableSet<Instant> breaks(Profile profile, List<DateFeature> dates) {
        NavigableSet<Instant> breaks = new TreeSet<>();
        profile.matters().forEach(matter -> breaks.add(matter.expires()));
        for (DateFeature date : dates) {
            breaks.add(date.from());
            date.over().ifPresent(breaks::add);
        }
        profile.contracts().values().forEach(open -> open.renewsItself().ifPresent(breaks::add));
        rules.dormantFrom(profile).ifPresent(breaks::add);
        LifeEnd.expected(profile, rules).ifPresent(end -> breaks.add(end.at()));
        return breaks;
    }
}
