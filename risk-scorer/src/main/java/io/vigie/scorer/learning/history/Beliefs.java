package io.vigie.scorer.learning.history;

import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.linear.Gaussian;
import io.vigie.scorer.learning.linear.Term;
import io.vigie.scorer.learning.training.Examples;
import io.vigie.scorer.model.Outlook;
import io.vigie.scorer.model.Reading;
import io.vigie.scorer.model.RiskModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What experts believe of one risk, as terms over the readings of their own model: fitted on nothing it says what the
 * scorecard says.
 *
 * <p>The first base met is the intercept; each other base is a term of its own, by its difference to it.
 */
public final class Beliefs {
    private static final double BASE_SPREAD = 2;
    private static final double LEAST_SPREAD = 0.3;
    private static final double OPEN_MIND = 0.3;

    private final RiskModel model;
    private final RiskKind risk;
    private final double base;
    private final Map<String, Term> terms = new TreeMap<>();

    /** Gathers what the experts believe of all that these snapshots read. */
    public Beliefs(RiskModel model, RiskKind risk, List<Snapshot> snapshots) {
        this.model = model;
        this.risk = risk;
        base = snapshots.isEmpty()
                ? 0
                : model.outlook(snapshots.getFirst().profile()).baseOf(risk);
        Map<String, Gaussian> priors = new TreeMap<>();
        for (Snapshot snapshot : snapshots) {
            Outlook outlook = model.outlook(snapshot.profile());
            double other = outlook.baseOf(risk);
            if (other != base) {
                priors.put(base(other), new Gaussian(other - base, BASE_SPREAD));
            }
            outlook.readings(risk, snapshot.at())
                    .forEach(reading -> priors.put(name(reading), belief(reading.weight())));
            Habits.of(snapshot.profile(), snapshot.at())
                    .keySet()
                    .forEach(habit -> priors.put(habit, new Gaussian(0, OPEN_MIND)));
        }
        List<String> names = List.copyOf(priors.keySet());
        IntStream.range(0, names.size()).forEach(i -> {
            String name = names.get(i);
            terms.put(name, Term.plain(name, i, priors.getOrDefault(name, belief(0))));
        });
    }

    private static Gaussian belief(double weight) {
        return new Gaussian(weight, Math.max(LEAST_SPREAD, Math.abs(weight) / 2));
    }

    private static String base(double logOdds) {
        return String.format(Locale.ROOT, "base %.4f", logOdds);
    }

    /** Variants of a type that weigh differently are terms of their own. */
    private static String name(Reading reading) {
        return String.format(Locale.ROOT, "%s %.2f", reading.factor(), reading.weight());
    }

    /** The names of the inputs, in order. */
    public List<String> inputs() {
        return List.copyOf(terms.keySet());
    }

    /** A snapshot's inputs; what it reads that no gathered one did is passed over. */
    public double[] inputs(Snapshot snapshot) {
        Map<String, Double> values = new HashMap<>(Habits.of(snapshot.profile(), snapshot.at()));
        Outlook outlook = model.outlook(snapshot.profile());
        values.put(base(outlook.baseOf(risk)), 1.0);
        outlook.readings(risk, snapshot.at())
                .forEach(reading -> values.merge(name(reading), reading.value(), Double::sum));
        double[] inputs = new double[terms.size()];
        terms.forEach((name, term) -> inputs[term.input()] = values.getOrDefault(name, 0.0));
        return inputs;
    }

    /** Leavers of this risk against who stayed; who left otherwise stands aside. */
    public Examples examples(List<Snapshot> snapshots) {
        List<Snapshot> rows = snapshots.stream()
                .filter(snapshot ->
                        snapshot.fate() == Fate.STAYED || snapshot.fate().is(risk))
                .toList();
        double[][] inputs = rows.stream().map(this::inputs).toArray(double[][]::new);
        boolean[] left = new boolean[rows.size()];
        int[] twins = new int[rows.size()];
        Map<String, Integer> customers = new HashMap<>();
        for (int i = 0; i < left.length; i++) {
            left[i] = rows.get(i).fate().is(risk);
            twins[i] = customers.computeIfAbsent(rows.get(i).customer(), fresh -> customers.size());
        }
        return new Examples(inputs, left, twins, new Gaussian(base, BASE_SPREAD), List.copyOf(terms.values()), signs());
    }

    /** The direction that experts give a weight holds for trees too; where they give none, any. */
    private List<Integer> signs() {
        List<Integer> signs = new ArrayList<>();
        terms.values()
                .forEach(term -> signs.add(
                        term.name().startsWith("base ")
                                ? 0
                                : (int) Math.signum(term.prior().mean())));
        return signs;
    }
}
