package io.vigie.scorer.learning.history;

import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.model.ExpertOutlook;
import io.vigie.scorer.model.Reading;
import io.vigie.scorer.profile.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a model's inputs of a profile, at an instant or over an interval. */
public final class Inputs {
    private final RiskKind risk;
    private final double base;
    private final List<Input> inputs;
    private final Map<Key, Integer> readings = new HashMap<>();
    private final Map<Double, Integer> bases = new HashMap<>();
    private final Map<String, Integer> habits = new HashMap<>();

    /** @param base the log-odds of the base that needs no input, being the intercept's */
    public Inputs(RiskKind risk, double base, List<Input> inputs) {
        this.risk = risk;
        this.base = base;
        this.inputs = List.copyOf(inputs);
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            switch (input.reads()) {
                case BASE -> bases.put(input.weight(), i);
                case SCORECARD -> readings.put(new Key(input.factor(), input.weight()), i);
                case HABIT -> habits.put(input.factor(), i);
            }
        }
    }

    private record Key(String factor, long hundredths) {
        Key(String factor, double weight) {
            this(factor, Math.round(100 * weight));
        }
    }

    /**
     * What is read at an instant.
     *
     * @param values one an input
     * @param counts behind them
     * @param beside what was not met when the model was learned, so that the experts' weight stands
     * @param otherBase by how much a base that was not met differs from the intercept's
     */
    // bulk figures, never compared
    @SuppressWarnings("ArrayRecordComponent")
    public record Read(double[] values, double[] counts, List<Reading> beside, double otherBase) {
        /** What is not met in learning adds to the log-odds. */
        public double besides() {
            double sum = otherBase;
            for (Reading reading : beside) {
                sum += reading.weight() * reading.value();
            }
            return sum;
        }
    }

    public Read at(ExpertOutlook outlook, Profile profile, Instant at) {
        double[] values = new double[inputs.size()];
        double[] counts = new double[inputs.size()];
        List<Reading> beside = new ArrayList<>();
        for (Reading reading : outlook.readings(risk, at)) {
            Integer input = readings.get(new Key(reading.factor(), reading.weight()));
            if (input == null) {
                beside.add(reading);
            } else {
                values[input] += reading.value();
                counts[input] += reading.count();
            }
        }
        Habits.of(profile, at).forEach((habit, value) -> {
            Integer input = habits.get(habit);
            if (input != null) {
                values[input] = value;
                counts[input] = value;
            }
        });
        return new Read(values, counts, List.copyOf(beside), readBase(outlook, values));
    }

    private double readBase(ExpertOutlook outlook, double[] values) {
        double own = outlook.baseOf(risk);
        Integer input = bases.get(own);
        if (input == null) {
            return own - base;
        }
        values[input] = 1;
        return 0;
    }

    /**
     * Between what inputs stay on an interval without a break inside.
     *
     * @param low, high one an input
     */
    // bulk figures, never compared
    @SuppressWarnings("ArrayRecordComponent")
    public record Span(double[] low, double[] high, double lowBeside, double highBeside) {}

    /** All that is read only rises or only falls between breaks, so its end points bound it. */
    public Span between(ExpertOutlook outlook, Profile profile, Instant from, Instant to) {
        double[] low = new double[inputs.size()];
        double[] high = new double[inputs.size()];
        List<Reading> first = outlook.readings(risk, from);
        List<Reading> last = outlook.readings(risk, to);
        double lowBeside = readBase(outlook, low);
        double highBeside = readBase(outlook, high);
        for (int i = 0; i < first.size(); i++) {
            double a = first.get(i).value();
            double b = last.get(i).value();
            double weight = first.get(i).weight();
            Integer input = readings.get(new Key(first.get(i).factor(), weight));
            if (input == null) {
                lowBeside += Math.min(weight * a, weight * b);
                highBeside += Math.max(weight * a, weight * b);
            } else {
                low[input] += Math.min(a, b);
                high[input] += Math.max(a, b);
            }
        }
        Map<String, Double> later = Habits.of(profile, to);
        Habits.of(profile, from).forEach((habit, value) -> {
            Integer input = habits.get(habit);
            if (input != null) {
                double then = later.getOrDefault(habit, value);
                low[input] = Math.min(value, then);
                high[input] = Math.max(value, then);
            }
        });
        return new Span(low, high, lowBeside, highBeside);
    }
}
