package io.vigie.retention.policy;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.Group;
import io.vigie.events.retention.Input;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.DecisionInput;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From the row that matched to a decision, in this order: is any way open by law, is the customer in the control group, is
 * a limit on contacts reached, does anything pay.
 */
final class Deliberation {
    private final Occasion occasion;
    private final RiskAssessed risk;
    private final Facts facts;
    private final PolicyFile figures;
    private final Row row;

    Deliberation(Occasion occasion, Facts facts, PolicyFile figures, Row row) {
        this.occasion = occasion;
        this.risk = occasion.risk();
        this.facts = facts;
        this.figures = figures;
        this.row = row;
    }

    Decision.LetGo noAction(NoActionReason because) {
        return letGo(because, Said.NOTHING, facts.lookAgainAt());
    }

    /**
     * @param controlled whether the table leaves the customer alone as one of the control group
     */
    Decision act(Row.Act act, boolean controlled, BusinessCalendar calendar) {
        Optional<String> about = about(act);
        Options options = new Options(occasion, facts, figures, act.programme(), about);
        List<Option> all = options.upTo(act.action());
        Pick pick = new Pick(act, all, figures.exploration(), occasion.seed());
        Instant due = act.due().after(occasion.now(), calendar);
        Optional<Step> owed = acknowledgement(act, options, due);
        Optional<Instant> limit = act.startedByUs()
                ? ContactLimit.reachedUntil(figures.contactLimits(), occasion.contacts(), occasion.now())
                : Optional.empty();
        Optional<Pick.Chosen> chosen = limit.isPresent() ? Optional.empty() : pick.chosen();
        if (owed.isEmpty() && !pick.anyOpen()) {
            return letGo(NoActionReason.NO_CONSENT, said(act, all, Optional.empty(), false), facts.lookAgainAt());
        }
        if (controlled) {
            return letGo(NoActionReason.CONTROL_GROUP, said(act, all, chosen, true), facts.lookAgainAt());
        }
        Said said = said(act, all, chosen, false);
        if (limit.isPresent()) {
            return letGo(NoActionReason.CONTACT_LIMIT, said, earlier(limit, facts.lookAgainAt()));
        }
        List<Step> steps = Stream.concat(
                        owed.stream(),
                        chosen
                                .map(one -> options.step(
                                        one.option(), team(act, one.option()), due, false, act.startedByUs()))
                                .stream())
                .toList();
        if (steps.isEmpty()) {
            return letGo(NoActionReason.NOT_WORTH_IT, said, facts.lookAgainAt());
        }
        return new Decision.Act(
                about, steps, why(), trace(said), risk.decisionInput().currency(), facts.lookAgainAt());
    }

    /** What a person chose, where a way is open: neither limits nor profit are asked. */
    Optional<Decision.Act> byHand(Row.Act act, BusinessCalendar calendar) {
        Options options = new Options(occasion, facts, figures, Optional.empty(), Optional.empty());
        Option option = options.option(act.action(), Optional.empty());
        Said said = new Said(Optional.empty(), Optional.empty(), Optional.of(option), false, 1, List.of(option));
        Instant due = act.due().after(occasion.now(), calendar);
        return Optional.of(option)
                .filter(Option::open)
                .map(open -> new Decision.Act(
                        Optional.empty(),
                        List.of(options.step(open, Optional.of(act.team()), due, false, true)),
                        why(),
                        trace(said),
                        risk.decisionInput().currency(),
                        facts.lookAgainAt()));
    }

    /** Owed to who gives notice: durable, so by message or else by letter, without consent and whatever it brings. */
    private static Optional<Step> acknowledgement(Row.Act act, Options options, Instant due) {
        return Stream.of(Action.MESSAGE, Action.LETTER)
                .filter(action -> act.acknowledge() && options.usable(action))
                .findFirst()
                .map(action -> options.step(
                        options.option(action, Optional.empty()), Optional.of(act.team()), due, true, false));
    }

    private Optional<String> about(Row.Act act) {
        return act.answers().flatMap(type -> type.equals("anniversary") ? facts.anniversary() : Optional.of(type));
    }

    private static Optional<Team> team(Row.Act act, Option option) {
        boolean rowsOwn = option.action() == act.action() || act.answers().isPresent();
        return rowsOwn ? Optional.of(act.team()) : Optional.empty();
    }

    private List<Reason> why() {
        return risk.unpaid().probability() > risk.byChoice().probability()
                ? risk.unpaid().reasons()
                : risk.byChoice().reasons();
    }

    private Said said(Row.Act act, List<Option> all, Optional<Pick.Chosen> chosen, boolean controlled) {
        double share = act.programme()
                .map(name -> figures.controlGroup(name).share(risk.decisionInput()))
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

    private Decision.LetGo letGo(NoActionReason because, Said said, Optional<Instant> lookAgainAt) {
        return new Decision.LetGo(because, trace(said), lookAgainAt);
    }

    private DecisionTrace trace(Said said) {
        DecisionInput customer = risk.decisionInput();
        double minorUnits = facts.minorUnits();
        Options worth = new Options(occasion, facts, figures, said.programme(), Optional.empty());
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
                said.programme().map(_ -> ControlGroup.stratum(customer, facts.value(), figures.valueBands())),
                said.chosen().filter(_ -> said.controlled()).map(Option::action),
                inputs(said.controlled()),
                said.all().stream()
                        .map(option -> option.asCandidate(minorUnits))
                        .toList());
    }

    private List<Input> inputs(boolean controlled) {
        return facts.asInputs(controlled).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Input(entry.getKey(), entry.getValue().toString()))
                .toList();
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /** What there is to say of a decision beside its row. */
    private record Said(
            Optional<String> programme,
            Optional<Group> group,
            Optional<Option> chosen,
            boolean controlled,
            double propensity,
            List<Option> all) {
        private static final Said NOTHING =
                new Said(Optional.empty(), Optional.empty(), Optional.empty(), false, 1, List.of());
    }
}
