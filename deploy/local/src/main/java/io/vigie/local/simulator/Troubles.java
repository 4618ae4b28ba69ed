package io.vigie.local.simulator;

import io.vigie.events.risk.Leaving;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All that goes wrong in one life if it goes on to the horizon, and which of it ends it first. */
final class Troubles {
    private static final double MEMORY_DAYS = 180;
    private static final double NEAR_TERM_DAYS = 120;
    private static final double NEGOTIATED_EXIT_DAYS = 60;
    private static final double AFTER_MISSED_RENEWAL_DAYS = 15;

    private final Model model;
    private final Subject subject;
    private final Dice dice;

    private Troubles(Model model, Subject subject, Dice dice) {
        this.model = model;
        this.subject = subject;
        this.dice = dice;
    }

    /** In order of onset. */
    static List<Trouble> draw(Model model, Subject subject, Instant horizon, Dice dice) {
        Troubles troubles = new Troubles(model, subject, dice);
        List<Trouble> drawn = new ArrayList<>();
        for (Trouble onset : troubles.onsets(horizon)) {
            drawn.add(troubles.withOutcome(onset, drawn));
        }
        return drawn;
    }

    /** The end that comes first, if one comes before the horizon. */
    static Optional<Leave> firstEnd(Model model, Subject subject, List<Trouble> troubles, Instant horizon, Dice dice) {
        Troubles all = new Troubles(model, subject, dice);
        return troubles.stream()
                .filter(Trouble::leads)
                .map(all::end)
                .filter(leave -> leave.at().isBefore(horizon))
                .min(Comparator.comparing(Leave::at));
    }

    private List<Trouble> onsets(Instant horizon) {
        List<Trouble> onsets = new ArrayList<>();
        for (TroubleKind kind : model.troubles()) {
            double yearly = kind.perYear().getOrDefault(subject.kind().name(), 0.0)
                    * StrictMath.exp(model.frailty() * subject.frailty() - model.frailty() * model.frailty() / 2);
            Instant onset = subject.since();
            while (yearly > 0) {
                onset = Days.after(onset, dice.exponential(Days.A_YEAR / yearly));
                if (!onset.isBefore(horizon)) {
                    break;
                }
                Instant decision = Days.after(onset, dice.logNormal(kind.lastsDays()) + 1);
                String matter = subject.own(kind.name(), onsets.size() + 1);
                onsets.add(new Trouble(kind, onset, decision, dice.chance(kind.mended()), false, matter));
            }
        }
        onsets.sort(Comparator.comparing(Trouble::onset).thenComparing(Trouble::matter));
        return onsets;
    }

    private Trouble withOutcome(Trouble trouble, List<Trouble> earlier) {
        TroubleKind kind = trouble.kind();
        double share = trouble.mended() ? kind.leavesMended() : kind.leavesOtherwise();
        if (kind.leaving() == Leaving.BY_CHOICE && share > 0 && share < 1) {
            Instant remembered = Days.after(trouble.onset(), -MEMORY_DAYS);
            long unmended = earlier.stream()
                    .filter(past -> !past.mended() && past.onset().isAfter(remembered))
                    .count();
            double logOdds = StrictMath.log(share / (1 - share))
                    + model.ends().earlierTroubles() * unmended
                    + model.ends().frailtyWeight() * subject.frailty();
            share = 1 / (1 + StrictMath.exp(-logOdds));
        }
        return new Trouble(
                kind, trouble.onset(), trouble.decision(), trouble.mended(), dice.chance(share), trouble.matter());
    }

    private Leave end(Trouble trouble) {
        boolean byChoice = trouble.kind().leaving() == Leaving.BY_CHOICE;
        if (!byChoice || subject.terms().isEmpty()) {
            boolean told = !byChoice || dice.chance(model.ends().accountClosed());
            return leave(trouble, trouble.decision(), false, false, told);
        }
        Terms terms = subject.terms().orElseThrow();
        Instant termEnd = terms.endAfter(trouble.decision());
        boolean nearTerm = Days.between(trouble.decision(), termEnd) <= NEAR_TERM_DAYS;
        if (!terms.tacit() && nearTerm) {
            return leave(trouble, Days.after(termEnd, AFTER_MISSED_RENEWAL_DAYS), false, true, true);
        }
        boolean notice = dice.chance(model.ends().announced());
        if (subject.kind().freeToLeave()) {
            return leave(trouble, Days.after(trouble.decision(), model.ends().noticeDays()), notice, false, true);
        }
        Instant at = nearTerm ? termEnd : Days.after(trouble.decision(), NEGOTIATED_EXIT_DAYS);
        return leave(trouble, at, notice, false, true);
    }

    private static Leave leave(Trouble trouble, Instant at, boolean notice, boolean missed, boolean told) {
        Instant lastChance = Days.after(trouble.decision(), Days.between(trouble.decision(), at) / 2);
        return new Leave(
                trouble.onset(),
                trouble.decision(),
                lastChance,
                at,
                trouble.kind().leaving(),
                trouble.kind().cause(),
                notice,
                missed,
                told);
    }
}
