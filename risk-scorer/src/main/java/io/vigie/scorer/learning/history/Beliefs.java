package io.vigie.scorer.learning.history;

import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.linear.Gaussian;
import io.vigie.scorer.learning.linear.Term;
import io.vigie.scorer.learning.metrics.Distribution;
import io.vigie.scorer.learning.training.Examples;
import io.vigie.scorer.model.ExpertOutlook;
import io.vigie.scorer.model.RiskModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    private final List<Input> inputs;
    private final Inputs reader;

    /** Gathers what the experts believe of all that these snapshots read. */
    public Beliefs(RiskModel model, RiskKind risk, List<Snapshot> snapshots) {
        this.model = model;
        this.risk = risk;
        base = snapshots.isEmpty()
                ? 0
                : model.outlook(snapshots.getFirst().profile()).baseOf(risk);
        Map<String, Input> met = new TreeMap<>();
        for (Snapshot snapshot : snapshots) {
            ExpertOutlook outlook = model.outlook(snapshot.profile());
            if (outlook.baseOf(risk) != base) {
                add(met, Input.ofBase(outlook.baseOf(risk)));
            }
            outlook.readings(risk, snapshot.at())
                    .forEach(reading -> add(met, Input.ofReading(reading.factor(), reading.weight())));
            Habits.of(snapshot.profile(), snapshot.at()).keySet().forEach(habit -> add(met, Input.ofHabit(habit)));
        }
        inputs = List.copyOf(met.values());
        reader = new Inputs(risk, base, inputs);
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

    /** A snapshot's inputs; what it reads that no gathered one did is passed over. */
    public double[] inputs(Snapshot snapshot) {
        return reader.at(model.outlook(snapshot.profile()), snapshot.profile(), snapshot.at())
                .values();
    }

    /** Leavers of this risk against who stayed; who left otherwise stands aside. */
    public Examples examples(List<Snapshot> snapshots) {
        List<Snapshot> rows = snapshots.stream()
                .filter(snapshot ->
                        snapshot.fate() == Fate.STAYED || snapshot.fate().is(risk))
                .toList();
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
