package io.vigie.scorer.learning.history;

import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.linear.Gaussian;
import io.vigie.scorer.learning.linear.Term;
import io.vigie.scorer.learning.metrics.Distribution;
import io.vigie.scorer.learning.metrics.Metrics;
import io.vigie.scorer.learning.training.Examples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What experts believe of one risk, as terms over the readings of their own model: fitted on nothing it says what the
 * scorecard says.
 *
 * <p>The first base met is the intercept; each other base is a term of its own, by its difference to it. Of what is on
 * record of customers nothing is believed beforehand.
 */
public final class Beliefs {
    private final RiskKind risk;
    private final double base;
    private final List<Input> inputs;
    private final Attributes attributes;
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<Double, Integer> byBase = new HashMap<>();

    /** Gathers what the experts believe of all that was observed. */
    public Beliefs(RiskKind risk, List<Observation> observations, Attributes attributes) {
        this.risk = risk;
        this.attributes = attributes;
        base = observations.isEmpty() ? 0 : observations.getFirst().facts(risk).base();
        Map<Double, SortedSet<String>> bases = new TreeMap<>();
        Map<String, Input> met = new TreeMap<>();
        for (Observation observation : observations) {
            Observation.Facts facts = observation.facts(risk);
            if (facts.base() != base) {
                bases.computeIfAbsent(facts.base(), _ -> new TreeSet<>()).add(observation.group());
            }
            facts.inputs().forEach(input -> met.putIfAbsent(input.name(), input));
        }
        List<Input> all = new ArrayList<>();
        bases.forEach((other, groups) -> {
            byBase.put(other, all.size());
            all.add(Input.ofBase(groups, other));
        });
        met.forEach((name, input) -> {
            byName.put(name, all.size());
            all.add(input);
        });
        all.addAll(attributes.inputs());
        inputs = List.copyOf(all);
    }

    /** The log-odds of the base that is the intercept's. */
    public double base() {
        return base;
    }

    /** The names of the inputs, in order. */
    public List<String> names() {
        return inputs.stream().map(Input::name).toList();
    }

    /** The inputs, each with how its values were spread over examples. */
    public List<Input> spreadOver(Examples examples) {
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> inputs.get(i)
                        .spreadAs(Distribution.of(IntStream.range(0, examples.inputs().length)
                                .mapToDouble(row -> examples.inputs()[row][i])
                                .toArray())))
                .toList();
    }

    /** The inputs of an observation that was gathered. */
    public double[] inputs(Observation observation) {
        Observation.Facts facts = observation.facts(risk);
        double[] values = new double[inputs.size()];
        for (int i = 0; i < facts.values().length; i++) {
            values[gathered(byName.get(facts.inputs().get(i).name()))] = facts.values()[i];
        }
        if (facts.base() != base) {
            values[gathered(byBase.get(facts.base()))] = 1;
        }
        double[] onRecord = attributes.of(observation.attributes());
        System.arraycopy(onRecord, 0, values, values.length - onRecord.length, onRecord.length);
        return values;
    }

    private static int gathered(@Nullable Integer at) {
        if (at == null) {
            throw new IllegalArgumentException("an observation that was not gathered");
        }
        return at;
    }

    /** Leavers of this risk against who stayed; who left otherwise stands aside. */
    public Examples examples(List<Observation> observations) {
        List<Observation> rows = concerned(observations);
        double[][] values = rows.stream().map(this::inputs).toArray(double[][]::new);
        boolean[] left = new boolean[rows.size()];
        int[] twins = new int[rows.size()];
        Map<String, Integer> customers = new HashMap<>();
        for (int i = 0; i < left.length; i++) {
            left[i] = rows.get(i).fate().is(risk);
            twins[i] = customers.computeIfAbsent(rows.get(i).customer(), fresh -> customers.size());
        }
        return new Examples(values, left, twins, new Gaussian(base, Input.BASE_SPREAD), terms(), signs());
    }

    /** How well the scorecard tells who left by this risk from who stayed; empty where all did the same. */
    public Optional<Metrics> experts(List<Observation> observations) {
        List<Observation> rows = concerned(observations);
        boolean[] left = new boolean[rows.size()];
        double[] said = new double[rows.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = rows.get(i).fate().is(risk);
            said[i] = 1 / (1 + Math.exp(-rows.get(i).facts(risk).experts()));
        }
        boolean some = rows.stream().anyMatch(one -> one.fate().is(risk))
                && rows.stream().anyMatch(one -> !one.fate().is(risk));
        return some ? Optional.of(Metrics.of(left, said)) : Optional.empty();
    }

    private List<Observation> concerned(List<Observation> observations) {
        return observations.stream()
                .filter(one -> one.fate() == Fate.STAYED || one.fate().is(risk))
                .toList();
    }

    private List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        int beside = inputs.size() - attributes.encoding().width();
        for (Input input : inputs.subList(0, beside)) {
            terms.add(Term.plain(input.name(), terms.size(), input.prior(base)));
        }
        attributes.terms(beside).forEach(terms::add);
        return terms;
    }

    private List<Integer> signs() {
        return inputs.stream().map(Input::sign).toList();
    }
}
