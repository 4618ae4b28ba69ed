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

    private final RiskKind risk;
    private final double base;
    private final List<Input> inputs;
    private final Map<String, Integer> byName = new HashMap<>();

    /** Gathers what the experts believe of all that was observed. */
    public Beliefs(RiskKind risk, List<Observation> observations) {
        this.risk = risk;
        base = observations.isEmpty() ? 0 : observations.getFirst().facts(risk).base();
        Map<String, Input> met = new TreeMap<>();
        for (Observation observation : observations) {
            Observation.Facts facts = observation.facts(risk);
            if (facts.base() != base) {
                add(met, Input.ofBase(facts.base()));
            }
            facts.inputs().forEach(input -> add(met, input));
        }
        inputs = List.copyOf(met.values());
        inputs.forEach(input -> byName.put(input.name(), byName.size()));
    }

    private static void add(Map<String, Input> met, Input input) {
        met.putIfAbsent(input.name(), input);
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
            put(values, facts.inputs().get(i), facts.values()[i]);
        }
        if (facts.base() != base) {
            put(values, Input.ofBase(facts.base()), 1);
        }
        return values;
    }

    private void put(double[] values, Input input, double value) {
        Integer at = byName.get(input.name());
        if (at == null) {
            throw new IllegalArgumentException(input.name() + " was not gathered");
        }
        values[at] = value;
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
        return new Examples(values, left, twins, new Gaussian(base, BASE_SPREAD), terms(), signs());
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
        for (Input input : inputs) {
            Gaussian prior =
                    switch (input.reads()) {
                        case BASE -> new Gaussian(input.weight() - base, BASE_SPREAD);
                        case SCORECARD ->
                            new Gaussian(input.weight(), Math.max(LEAST_SPREAD, Math.abs(input.weight()) / 2));
                        case HABIT -> new Gaussian(0, OPEN_MIND);
                    };
            terms.add(Term.plain(input.name(), terms.size(), prior));
        }
        return terms;
    }

    /** The direction that experts give a weight holds for trees too; where they give none, any. */
    private List<Integer> signs() {
        return inputs.stream()
                .map(input -> input.reads() == Input.Reads.SCORECARD ? (int) Math.signum(input.weight()) : 0)
                .toList();
    }
}
