package io.vigie.retention.policy;

import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.Group;
import io.vigie.events.retention.Input;
import io.vigie.events.risk.DecisionInput;
import io.vigie.events.risk.RiskAssessed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what a decision was made on, so that it can be explained now and its policy judged later. */
record Account(Occasion occasion, Facts facts, PolicyFile figures, Row row) {
    DecisionTrace of(Said said) {
        RiskAssessed risk = occasion.risk();
        DecisionInput customer = risk.decisionInput();
        double minorUnits = facts.minorUnits();
        Options worth = new Options(occasion, facts, figures, Occasion.purpose(said.programme()), Optional.empty());
        return new DecisionTrace(
                figures.version(),
                row.rule(),
                said.propensity(),
                customer.segment(),
                risk.level(),
                risk.probability(),
                risk.cause(),
                said.chosen().filter(_ -> !said.controlled()).map(option -> Math.round(option.profit() * minorUnits)),
                Math.round(worth.stake() * minorUnits),
                said.programme(),
                said.group(),
                said.programme()
                        .map(_ -> ControlGroup.stratum(customer.segment(), facts.value(), figures.valueBands())),
                said.chosen().filter(_ -> said.controlled()).map(Option::action),
                inputs(said.controlled()),
                said.all().stream()
                        .map(option -> option.asCandidate(minorUnits))
                        .toList());
    }

    Said said(Row.Act act, List<Option> all, Optional<Pick.Chosen> chosen, boolean controlled) {
        DecisionInput customer = occasion.risk().decisionInput();
        double share = act.programme()
                .map(name -> figures.controlGroup(name).share(customer.segment(), customer.strategic()))
                .orElse(0.0);
        double drawn = chosen.map(Pick.Chosen::propensity).orElse(1.0);
        return new Said(
                act.programme(),
                act.programme().map(_ -> controlled ? Group.CONTROL : Group.TREATED),
                chosen.map(Pick.Chosen::option),
                controlled,
                controlled ? share : (1 - share) * drawn,
                all);
    }

    private List<Input> inputs(boolean controlled) {
        return facts.asInputs(controlled).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Input(entry.getKey(), entry.getValue().toString()))
                .toList();
    }

    /** What there is to say of a decision beside its row. */
    record Said(
            Optional<String> programme,
            Optional<Group> group,
            Optional<Option> chosen,
            boolean controlled,
            double propensity,
            List<Option> all) {
        static final Said NOTHING = new Said(Optional.empty(), Optional.empty(), Optional.empty(), false, 1, List.of());

        /** By a person, who is no chance. */
        static Said byHand(Option option) {
            return new Said(Optional.empty(), Optional.empty(), Optional.of(option), false, 1, List.of(option));
        }
    }
}
