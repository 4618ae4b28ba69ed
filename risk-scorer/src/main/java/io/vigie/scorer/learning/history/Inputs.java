package io.vigie.scorer.learning.history;

import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.model.ExpertOutlook;
import io.vigie.scorer.model.Reading;
import io.vigie.scorer.model.RiskModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a model's inputs of a profile, at an instant or over an interval. */
public final class Inputs {
    private final RiskKind risk;
    private final double base;
    private final int size;
    private final Places places;

    /**
     * Prepares to read.
     *
     * @param base the log-odds of the base that needs no input, being the intercept's
     * @param inputs those of attributes last
     * @param met the groups of customers that were learned from
     */
    public Inputs(RiskKind risk, double base, List<Input> inputs, Set<String> met, RiskModel experts) {
        this.risk = risk;
        this.base = base;
        this.size = inputs.size();
        this.places = new Places(inputs, met, experts);
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

    public Read at(Subject subject, Instant at) {
        double[] values = new double[size];
        double[] counts = new double[size];
        List<Reading> beside = new ArrayList<>();
        for (Reading reading : subject.experts().readings(risk, at)) {
            OptionalInt place = places.ofCounter(reading.counter());
            if (place.isEmpty()) {
                beside.add(reading);
            } else {
                values[place.getAsInt()] += reading.value();
                counts[place.getAsInt()] += reading.count();
            }
        }
        Habits.of(subject.profile(), at)
                .forEach((habit, value) -> places.ofHabit(habit).ifPresent(place -> {
                    values[place] = value;
                    counts[place] = value;
                }));
        putAttributes(subject, values);
        putAttributes(subject, counts);
        for (int i = size - subject.attributes().length; i < size; i++) {
            counts[i] = Double.isNaN(counts[i]) ? 0 : counts[i];
        }
        return new Read(values, counts, List.copyOf(beside), readBase(subject, values));
    }

    private void putAttributes(Subject subject, double[] values) {
        double[] attributes = subject.attributes();
        System.arraycopy(attributes, 0, values, size - attributes.length, attributes.length);
    }

    private double readBase(Subject subject, double[] values) {
        double own = subject.experts().baseOf(risk);
        String group = subject.group();
        OptionalInt place = places.ofBase(group, own);
        place.ifPresent(input -> values[input] = 1);
        return place.isPresent() || places.isIntercept(group) ? 0 : own - base;
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
    public Span between(Subject subject, Instant from, Instant to) {
        double[] low = new double[size];
        double[] high = new double[size];
        ExpertOutlook outlook = subject.experts();
        List<Reading> first = outlook.readings(risk, from);
        List<Reading> last = outlook.readings(risk, to);
        double lowBeside = readBase(subject, low);
        double highBeside = readBase(subject, high);
        for (int i = 0; i < first.size(); i++) {
            double a = first.get(i).value();
            double b = last.get(i).value();
            double weight = first.get(i).weight();
            OptionalInt place = places.ofCounter(first.get(i).counter());
            if (place.isEmpty()) {
                lowBeside += Math.min(weight * a, weight * b);
                highBeside += Math.max(weight * a, weight * b);
            } else {
                low[place.getAsInt()] += Math.min(a, b);
                high[place.getAsInt()] += Math.max(a, b);
            }
        }
        Map<String, Double> later = Habits.of(subject.profile(), to);
        Habits.of(subject.profile(), from)
                .forEach((habit, value) -> places.ofHabit(habit).ifPresent(place -> {
                    double then = later.getOrDefault(habit, value);
                    low[place] = Math.min(value, then);
                    high[place] = Math.max(value, then);
                }));
        putAttributes(subject, low);
        putAttributes(subject, high);
        return new Span(low, high, lowBeside, highBeside);
    }
}
