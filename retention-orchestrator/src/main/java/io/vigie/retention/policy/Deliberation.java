package io.vigie.retention.policy;

import io.vigie.events.customer.Purpose;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.retention.policy.Account.Said;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
    private final Account account;

    Deliberation(Occasion occasion, Facts facts, PolicyFile figures, Row row) {
        this.occasion = occasion;
        this.risk = occasion.risk();
        this.facts = facts;
        this.figures = figures;
        this.account = new Account(occasion, facts, figures, row);
    }

    Decision.LetGo noAction(NoActionReason because) {
        return because == NoActionReason.NO_CONSENT
                ? closed(
                        Said.NOTHING,
                        facts.ways(Purpose.RETENTION, Optional.empty()).opensAt(Action.SALES_DIRECTOR_VISIT))
                : letGo(because, Said.NOTHING, facts.lookAgainAt());
    }

    /** Where no way is open by law: for good, or for a time, after which it is looked at again. */
    private Decision.LetGo closed(Said said, Optional<Instant> opensAt) {
        return letGo(
                opensAt.isPresent() ? NoActionReason.CONTACT_LIMIT : NoActionReason.NO_CONSENT,
                said,
                earlier(opensAt, facts.lookAgainAt()));
    }

    /**
     * @param controlled whether the table leaves the customer alone as one of the control group
     */
    Decision act(Row.Act act, boolean controlled, BusinessCalendar calendar) {
        Optional<String> about = about(act);
        Options options = new Options(occasion, facts, figures, Occasion.purpose(act.programme()), about);
        List<Option> all = options.upTo(act.action(), act::teamFor);
        Pick pick = new Pick(act, all, figures.exploration());
        Instant due = act.due().after(occasion.now(), calendar);
        Optional<Step> owed = acknowledgement(act, options, due);
        Optional<Instant> limit = act.startedByUs()
                ? ContactLimit.reachedUntil(figures.contactLimits(), occasion.contacts(), occasion.now())
                : Optional.empty();
        Optional<Pick.Chosen> chosen = limit.isPresent() ? Optional.empty() : pick.chosen(occasion.seed());
        if (owed.isEmpty() && !pick.anyOpen()) {
            return closed(account.said(act, all, Optional.empty(), false), options.opensAt(act.action()));
        }
        Optional<Instant> leftToOthers =
                about.filter(_ -> !act.acknowledge()).flatMap(matter -> facts.leftToOthersUntil(matter, calendar));
        if (leftToOthers.isPresent()) {
            return letGo(
                    NoActionReason.HANDLED_ELSEWHERE,
                    account.said(act, all, Optional.empty(), false),
                    earlier(leftToOthers, facts.lookAgainAt()));
        }
        if (controlled) {
            return letGo(NoActionReason.CONTROL_GROUP, account.said(act, all, chosen, true), facts.lookAgainAt());
        }
        Said said = account.said(act, all, chosen, false);
        if (limit.isPresent()) {
            return letGo(NoActionReason.CONTACT_LIMIT, said, earlier(limit, facts.lookAgainAt()));
        }
        List<Step> steps = Stream.concat(
                        owed.stream(),
                        chosen.map(Pick.Chosen::option).map(one -> step(act, options, one, due)).stream())
                .toList();
        return steps.isEmpty()
                ? letGo(NoActionReason.NOT_WORTH_IT, said, facts.lookAgainAt())
                : decided(about, steps, said);
    }

    /** What a person chose, where a way is open: neither limits nor profit are asked. */
    Optional<Decision.Act> byHand(Row.Act act, Purpose purpose, BusinessCalendar calendar) {
        Options options = new Options(occasion, facts, figures, purpose, Optional.empty());
        Option option = options.chosen(act.action(), act.team());
        Instant due = act.due().after(occasion.now(), calendar);
        return Optional.of(option)
                .filter(Option::open)
                .map(open -> decided(
                        Optional.empty(),
                        List.of(options.step(open, Optional.of(act.team()), due, false, true)),
                        Said.byHand(open)));
    }

    private static Step step(Row.Act act, Options options, Option chosen, Instant due) {
        return options.step(chosen, act.teamFor(chosen.action()), due, false, act.startedByUs());
    }

    private Decision.Act decided(Optional<String> about, List<Step> steps, Said said) {
        return new Decision.Act(
                about, steps, why(), account.of(said), risk.decisionInput().currency(), facts.lookAgainAt());
    }

    /**
     * Owed to who gives notice: durable, so by e-mail or else by letter, without consent and whatever it brings. Where we know no
     * way to write to them, somebody has to find one.
     */
    private static Optional<Step> acknowledgement(Row.Act act, Options options, Instant due) {
        Optional<Action> way = options.towards();
        Team team = way.isPresent() ? act.team() : Team.LETTER_DESK;
        return Optional.of(way.orElse(Action.LETTER))
                .filter(_ -> act.acknowledge())
                .map(action -> options.step(options.chosen(action, team), Optional.of(team), due, true, false));
    }

    private Optional<String> about(Row.Act act) {
        return act.answers().flatMap(type -> type.equals("anniversary") ? facts.anniversary() : Optional.of(type));
    }

    private List<Reason> why() {
        return risk.unpaid().probability() > risk.byChoice().probability()
                ? risk.unpaid().reasons()
                : risk.byChoice().reasons();
    }

    private Decision.LetGo letGo(NoActionReason because, Said said, Optional<Instant> lookAgainAt) {
        return new Decision.LetGo(because, account.of(said), lookAgainAt);
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
}
