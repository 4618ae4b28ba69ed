package io.vigie.retention.policy;

import io.vigie.events.Word;
import io.vigie.events.customer.Potential;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Candidate;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.Input;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.Offer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a policy would have done where a decision was once taken, from what that decision wrote down. What the law barred, and
 * limits on contacts, are taken as they were.
 */
final class Hindsight {
    private static final String UNREACHABLE = "unreachable";

    private final RuleTable table;
    private final PolicyFile figures;
    private final DecisionTrace then;
    private final double minorUnits;
    private final Map<String, Object> inputs = new HashMap<>();

    /**
     * @throws IllegalArgumentException where the decision did not write down what its policy asked
     */
    Hindsight(RuleTable table, PolicyFile figures, DecisionTrace then, double minorUnits) {
        this.table = table;
        this.figures = figures;
        this.then = then;
        this.minorUnits = minorUnits;
        for (Input input : then.inputs()) {
            Question.named(input.name()).ifPresent(asked -> inputs.put(input.name(), answer(asked, input.value())));
        }
        if (inputs.size() < Question.values().length) {
            throw new IllegalArgumentException("a decision by " + then.policy() + " did not say all that was asked");
        }
    }

    private static Object answer(Question asked, String value) {
        if (asked.yesOrNo()) {
            return Boolean.valueOf(value);
        }
        return asked.answers().isEmpty() ? Double.valueOf(value) : value;
    }

    /**
     * As it would weigh things today.
     *
     * @param limited whether a limit on contacts was reached
     */
    List<Chance> chances(Knowledge known, boolean limited) {
        Valuation valuation = new Valuation(figures, known, situation(), minorUnits);
        inputs.put(
                Question.TOP_VALUE.inTable(),
                known.amongTheTop(then.segment(), valuation.situation().value(), figures));
        return chances(
                limited,
                act -> valuation.upTo(act.action(), this::barredBy, action -> act.teamFor(action)
                        .orElse(figures.actions().get(action).team())));
    }

    /** As it weighed them then. */
    List<Chance> chancesThen(boolean limited) {
        return chances(
                limited, _ -> then.candidates().stream().map(this::option).toList());
    }

    private List<Chance> chances(boolean limited, Weighing weighing) {
        if (!(match(false) instanceof Row.Act act) || (limited && act.startedByUs())) {
            return List.of(Chance.ofNothing(1));
        }
        List<Pick.Chosen> picks = new Pick(act, weighing.options(act), figures.exploration()).chances();
        double leftAlone = picks.isEmpty() ? 1 : controlled(act);
        List<Chance> chances = new ArrayList<>();
        if (leftAlone > 0) {
            chances.add(Chance.ofNothing(leftAlone));
        }
        for (Pick.Chosen pick : picks) {
            Option option = pick.option();
            chances.add(new Chance(
                    Optional.of(new Chance.Deed(option.action(), option.offer().map(Offer::name))),
                    (1 - leftAlone) * pick.propensity(),
                    option.profit() * minorUnits));
        }
        return chances;
    }

    private double controlled(Row.Act act) {
        boolean obeys = match(true) instanceof Row.NoAction none && none.because() == NoActionReason.CONTROL_GROUP;
        return act.programme()
                .filter(_ -> obeys)
                .map(name -> figures.controlGroup(name).share(then.segment(), is(Question.STRATEGIC)))
                .orElse(0.0);
    }

    private Row match(boolean controlled) {
        Map<String, Object> asked = new HashMap<>(inputs);
        asked.put(Question.CONTROL_GROUP.inTable(), controlled);
        return table.match(asked);
    }

    private Situation situation() {
        boolean gone = then.programme().filter(Occasion::winsBack).isPresent();
        return new Situation(
                then.segment(),
                Word.of(Potential.class, String.valueOf(inputs.get(Question.POTENTIAL.inTable()))),
                then.cause(),
                new BigDecimal(String.valueOf(inputs.get(Question.VALUE.inTable()))).doubleValue(),
                gone ? 1 : then.probability(),
                !"none".equals(inputs.get(Question.TERMINATION.inTable())));
    }

    private Optional<String> barredBy(Action action) {
        return then.candidates().stream()
                .filter(candidate -> candidate.action() == action)
                .findFirst()
                .map(Candidate::barredBy)
                .orElseGet(() -> is(Question.REACHABLE) ? Optional.empty() : Optional.of(UNREACHABLE));
    }

    private boolean is(Question asked) {
        return Boolean.TRUE.equals(inputs.get(asked.inTable()));
    }

    private Option option(Candidate one) {
        return new Option(
                one.action(),
                one.offer().map(name -> new Offer(name, 0, false)),
                one.barredBy(),
                one.saveRate(),
                one.learned(),
                one.cost() / minorUnits,
                one.offerCost() / minorUnits,
                one.expectedProfit() / minorUnits,
                one.timeCost().orElse(0L) / minorUnits);
    }

    /** All that could be done where a row has somebody act. */
    @FunctionalInterface
    private interface Weighing {
        List<Option> options(Row.Act act);
    }
}
