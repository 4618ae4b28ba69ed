package io.vigie.scorer.learning.history;

import io.vigie.events.risk.RiskLevel;
import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.model.ExpertOutlook;
import io.vigie.scorer.model.RiskModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads of snapshots what the scorecard reads, their habits, and what is on record of them. */
public final class Observing {
    private final RiskModel model;
    private final Map<String, Input> known = new HashMap<>();
    private final Map<String, String> met = new HashMap<>();

    public Observing(RiskModel model) {
        this.model = model;
    }

    public Observation of(Snapshot snapshot) {
        ExpertOutlook outlook = model.outlook(snapshot.profile());
        RiskLevel level =
                model.scorecard().levels().next(RiskLevel.STABLE, outlook.probability(snapshot.at()), outlook.base());
        return new Observation(
                snapshot.customer(),
                snapshot.at(),
                snapshot.fate(),
                snapshot.exposure(),
                outlook.segment(),
                !snapshot.profile().contracts().isEmpty(),
                outlook.base(),
                level == RiskLevel.STABLE,
                facts(outlook, RiskKind.BY_CHOICE, snapshot),
                facts(outlook, RiskKind.UNPAID, snapshot),
                onRecord(snapshot));
    }

    /** Many customers have the same on record: each text is kept once. */
    private Map<String, String> onRecord(Snapshot snapshot) {
        Map<String, String> texts = new HashMap<>();
        Subject.onRecord(snapshot.profile())
                .forEach((name, value) -> texts.put(
                        met.computeIfAbsent(name, Function.identity()),
                        met.computeIfAbsent(value, Function.identity())));
        return texts;
    }

    private Observation.Facts facts(ExpertOutlook outlook, RiskKind risk, Snapshot snapshot) {
        Map<String, Double> values = new TreeMap<>();
        outlook.readings(risk, snapshot.at())
                .forEach(reading -> values.merge(
                        known(Input.ofReading(reading.factor(), reading.counter(), reading.weight())),
                        reading.value(),
                        Double::sum));
        Habits.of(snapshot.profile(), snapshot.at())
                .forEach((habit, value) -> values.put(known(Input.ofHabit(habit)), value));
        List<Input> inputs = new ArrayList<>();
        values.keySet().forEach(name -> inputs.add(known.get(name)));
        return new Observation.Facts(
                outlook.baseOf(risk),
                outlook.logOdds(risk, snapshot.at()),
                inputs,
                values.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private String known(Input input) {
        known.putIfAbsent(input.name(), input);
        return input.name();
    }
}
