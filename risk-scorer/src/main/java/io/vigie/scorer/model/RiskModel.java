package io.vigie.scorer.model;

import io.vigie.events.customer.Segment;
import io.vigie.events.signal.OpenMatter;
import io.vigie.events.signal.RiskKind;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.signal.SignalType;
import io.vigie.events.signal.Variant;
import io.vigie.scorer.profile.Cohorts;
import io.vigie.scorer.profile.Days;
import io.vigie.scorer.profile.Decayed;
import io.vigie.scorer.profile.LifeEnd;
import io.vigie.scorer.profile.LifeRules;
import io.vigie.scorer.profile.OpenItem;
import io.vigie.scorer.profile.Orders;
import io.vigie.scorer.profile.Profile;
import io.vigie.scorer.profile.Worth;
import io.vigie.scorer.silence.MbgNbd;
import io.vigie.scorer.silence.SilenceModels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The expert scorecard as a model: turns a profile into the run of its probability over time. */
public final class RiskModel {
    public static final String SILENCE = "silence";
    public static final String SPEND = "spend";

    private final Scorecard scorecard;
    private final LifeRules rules;
    private final Cohorts cohorts;
    private final Supplier<SilenceModels> silences;
    private final Map<String, Counter> counters = new HashMap<>();
    private final Map<String, SignalType> types = new HashMap<>();

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
        this.scorecard = scorecard;
        this.rules = rules;
        this.cohorts = cohorts;
        this.silences = silences;
        for (SignalType type : catalogue.types()) {
            types.put(type.type(), type);
            if (type.variants().isEmpty()) {
                counters.put(type.type(), new Counter(type, type.weight()));
            }
            for (Variant variant : type.variants()) {
                counters.put(type.counterOf(variant), new Counter(type, variant.weight()));
            }
        }
    }

    public Scorecard scorecard() {
        return scorecard;
    }

    /** What it may read of a customer: types of signals, and features of its own. */
    public Set<String> factors() {
        Set<String> factors = new TreeSet<>(types.keySet());
        factors.addAll(List.of(SILENCE, SPEND));
        return factors;
    }

    /** What a counter means: its type, and the weight of its variant. */
    private record Counter(SignalType type, double weight) {}

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
        Map<String, DateFeature> dates = new HashMap<>();
        DateFeature.of(profile, scorecard).forEach(feature -> dates.put(feature.type(), feature));
        List<Term> byChoice = new ArrayList<>();
        List<Term> unpaid = new ArrayList<>();
        profile.counts().forEach((name, count) -> {
            Counter counter = counters.get(name);
            if (counter != null && counter.weight() != 0) {
                DateFeature date = dates.remove(counter.type().type());
                Term term = term(counter, count, profile, date);
                (counter.type().risk() == RiskKind.UNPAID ? unpaid : byChoice).add(term);
            }
        });
        dates.forEach((name, date) -> {
            SignalType type = types.get(name);
            if (type != null) {
                byChoice.add(new Term(name, type.weight(), at -> date.count(at, type.halfLifeDays()), true));
            }
        });
        profile.orders().ifPresent(orders -> {
            byChoice.add(silence(orders, silenceOf(profile).model()));
            byChoice.add(spend(orders));
        });
        return outlook(profile, byChoice, unpaid, breaks(profile));
    }

    private ExpertOutlook outlook(
            Profile profile, List<Term> byChoice, List<Term> unpaid, NavigableSet<Instant> breaks) {
        Segment segment = Worth.segment(profile);
        double base = scorecard.base(segment, !profile.contracts().isEmpty());
        return new ExpertOutlook(
                segment, base, scorecard.byChoiceBase(base), scorecard.unpaidBase(), byChoice, unpaid, breaks);
    }

    /** Which figures a customer's probability rests on: the scorecard's version, and whose silence parameters. */
    public String name(Profile profile) {
        return scorecard.version() + " silence:" + silenceOf(profile).name();
    }

    private SilenceModels.Named silenceOf(Profile profile) {
        return silences.get().of(cohorts.of(profile));
    }

    private Term silence(Orders orders, MbgNbd parameters) {
        double lastDays = orders.lastDays();
        return new Term(
                SILENCE,
                scorecard.silenceWeight(),
                at -> parameters.silence(orders.repeats(), lastDays, Days.between(orders.first(), at)),
                false);
    }

    private Term spend(Orders orders) {
        double shrunk = orders.spend().shrunk(orders.lastDays());
        return new Term(SPEND, scorecard.spendWeight(), at -> shrunk, false);
    }

    private static Term term(
            Counter counter, Decayed count, Profile profile, @org.jspecify.annotations.Nullable DateFeature date) {
        SignalType type = counter.type();
        Decayed usual = profile.usual().get(type.type());
        boolean inFull = type.opens().filter(OpenMatter::countsInFull).isPresent();
        ToDoubleFunction<Instant> value = at -> {
            double now = usual == null ? count.at(at) : rise(type, count.at(at), usual.at(at), usual.halfLifeDays());
            double whileOpen = inFull ? open(profile, type.type(), at) : 0;
            double byDate = date == null ? 0 : date.count(at, type.halfLifeDays());
            return Math.max(now, Math.max(whileOpen, byDate));
        };
        return new Term(type.type(), counter.weight(), value, true);
    }

    /** This month's count over the customer's own usual one, so that a regular caller alarms nobody. */
    private static double rise(SignalType type, double recent, double usual, double usualHalfLife) {
        return recent / Math.max(1, usual * type.halfLifeDays() / usualHalfLife);
    }

    private static double open(Profile profile, String type, Instant at) {
        double strength = 0;
        for (OpenItem matter : profile.matters()) {
            if (matter.type().equals(type) && matter.openAt(at)) {
                strength += matter.strength();
            }
        }
        return strength;
    }

    private NavigableSet<Instant> breaks(Profile profile) {
        NavigableSet<Instant> breaks = new TreeSet<>();
        profile.matters().forEach(matter -> breaks.add(matter.expires()));
        DateFeature.of(profile, scorecard).forEach(feature -> {
            breaks.add(feature.from());
            feature.until().ifPresent(breaks::add);
        });
        rules.dormantFrom(profile).ifPresent(breaks::add);
        LifeEnd.expected(profile, rules).ifPresent(end -> breaks.add(end.at()));
        return breaks;
    }
}
