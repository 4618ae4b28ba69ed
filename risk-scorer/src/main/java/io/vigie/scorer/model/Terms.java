package io.vigie.scorer.model;

import io.vigie.events.signal.OpenMatter;
import io.vigie.events.signal.RiskKind;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.signal.SignalType;
import io.vigie.events.signal.Variant;
import io.vigie.scorer.profile.Days;
import io.vigie.scorer.profile.Decayed;
import io.vigie.scorer.profile.OpenItem;
import io.vigie.scorer.profile.Orders;
import io.vigie.scorer.profile.Profile;
import io.vigie.scorer.silence.MbgNbd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** Makes terms of what is counted of a customer, by what the catalogue and the scorecard say it weighs. */
final class Terms {
    private final Scorecard scorecard;
    private final Map<String, Counter> counters = new HashMap<>();
    private final Map<String, SignalType> types = new HashMap<>();

    Terms(SignalCatalogue catalogue, Scorecard scorecard) {
        this.scorecard = scorecard;
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

    /** What a counter means: its type, the weight of its variant, and whether what it opened counts while it is open. */
    private record Counter(SignalType type, double weight, boolean inFull) {
        Counter(SignalType type, double weight) {
            this(type, weight, type.opens().filter(OpenMatter::countsInFull).isPresent());
        }
    }

    /** The types of signals that it knows. */
    Set<String> types() {
        return types.keySet();
    }

    /** What each counter of a factor weighs; of a feature, which has one, what it weighs itself. */
    Map<String, Double> weights(String factor) {
        Map<String, Double> weights = new TreeMap<>();
        switch (factor) {
            case RiskModel.SILENCE -> weights.put(factor, scorecard.silenceWeight());
            case RiskModel.SPEND -> weights.put(factor, scorecard.spendWeight());
            default ->
                counters.forEach((name, counter) -> {
                    if (counter.type().type().equals(factor)) {
                        weights.put(name, counter.weight());
                        weights.putIfAbsent(factor, counter.type().weight());
                    }
                });
        }
        weights.values().removeIf(weight -> weight == 0);
        return weights;
    }

    /** The terms of both risks. */
    record OfCustomer(List<Term> byChoice, List<Term> unpaid) {}

    OfCustomer of(Profile profile, List<DateFeature> dates, MbgNbd silence) {
        List<Term> byChoice = new ArrayList<>();
        List<Term> unpaid = new ArrayList<>();
        List<DateFeature> left = new ArrayList<>(dates);
        profile.counts().forEach((name, count) -> {
            Counter counter = counters.get(name);
            if (counter != null && counter.weight() != 0) {
                Term term = term(name, counter, count, profile, taken(left, counter.type()));
                (counter.type().risk() == RiskKind.UNPAID ? unpaid : byChoice).add(term);
            }
        });
        for (DateFeature date : left) {
            SignalType type = types.get(date.type());
            if (type != null) {
                byChoice.add(new Term(
                        date.type(), date.type(), type.weight(), at -> date.count(at, type.halfLifeDays()), true));
            }
        }
        profile.orders().ifPresent(orders -> {
            byChoice.add(silence(orders, silence));
            byChoice.add(spend(orders));
        });
        return new OfCustomer(byChoice, unpaid);
    }

    /** A date counts once, with the first counter of its type. */
    private static Optional<DateFeature> taken(List<DateFeature> left, SignalType type) {
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).type().equals(type.type())) {
                return Optional.of(left.remove(i));
            }
        }
        return Optional.empty();
    }

    private Term silence(Orders orders, MbgNbd parameters) {
        DoubleUnaryOperator silence = parameters.silence(orders.repeats(), orders.lastDays());
        return new Term(
                RiskModel.SILENCE,
                RiskModel.SILENCE,
                scorecard.silenceWeight(),
                at -> silence.applyAsDouble(Days.between(orders.first(), at)),
                false);
    }

    private Term spend(Orders orders) {
        double shrunk = orders.spend().shrunk(orders.lastDays());
        return new Term(RiskModel.SPEND, RiskModel.SPEND, scorecard.spendWeight(), at -> shrunk, false);
    }

    private static Term term(String name, Counter counter, Decayed count, Profile profile, Optional<DateFeature> date) {
        SignalType type = counter.type();
        Decayed usual = profile.usual().get(type.type());
        ToDoubleFunction<Instant> counted =
                usual == null ? count::at : at -> rise(type, count.at(at), usual.at(at), usual.halfLifeDays());
        ToDoubleFunction<Instant> whileOpen =
                counter.inFull() ? at -> Math.max(counted.applyAsDouble(at), open(profile, type.type(), at)) : counted;
        ToDoubleFunction<Instant> value = date.<ToDoubleFunction<Instant>>map(
                        one -> at -> Math.max(whileOpen.applyAsDouble(at), one.count(at, type.halfLifeDays())))
                .orElse(whileOpen);
        return new Term(type.type(), name, counter.weight(), value, true);
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
}
