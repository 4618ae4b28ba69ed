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

/** Reads of snapshots what the scorecard reads, and their habits. */
public final class Observing {
    private final RiskModel model;
    private final Map<String, Input> known = new HashMap<>();

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
                facts(outlook, RiskKind.UNPAID, snapshot));
    }

    private Observation.Facts facts(ExpertOutlook outlook, RiskKind risk, Snapshot snapshot) {
        Map<String, Double> values = new TreeMap<>();
        outlook.readings(risk, snapshot.at())
                .forEach(reading -> values.merge(
                        known(Input.ofReading(reading.factor(), reading.weight())), reading.value(), Double::sum));
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
