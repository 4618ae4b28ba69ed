package io.vigie.local.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One life of one customer: all that happens in it, and how it ends.
 *
 * @param happenings within the life and the history, in no order
 * @param leave how it ends before the truth's horizon, where it does
 */
record LifeStory(List<Happening> happenings, Optional<Leave> leave) {

    static LifeStory tell(Model model, Subject subject, HistoryPlan plan, Dice dice) {
        List<Trouble> troubles = Troubles.draw(model, subject, plan.horizon(), dice.split());
        Optional<Leave> leave = Troubles.firstEnd(model, subject, troubles, plan.horizon(), dice.split());
        Instant until = leave.map(Leave::at).filter(plan.end()::isAfter).orElse(plan.end());
        Ebb ebb = new Ebb(troubles, model.orders());
        Filling filling = new Filling(subject, troubles, dice.split());
        List<Happening> all = new ArrayList<>();
        all.addAll(new Routines(model, subject, ebb, filling, dice.split()).until(until));
        all.addAll(echoes(troubles, filling, dice.split()));
        all.addAll(
                subject.terms().isPresent()
                        ? new ContractTerms(subject, leave, dice.split()).until(until)
                        : new OrderBook(model.orders(), subject, ebb, dice.split()).until(until));
        all.removeIf(happening ->
                happening.at().isBefore(subject.since()) || !happening.at().isBefore(until));
        leave.ifPresent(end -> all.addAll(Departure.of(subject, end, plan.end())));
        return new LifeStory(all, leave);
    }

    private static List<Happening> echoes(List<Trouble> troubles, Filling filling, Dice dice) {
        return troubles.stream()
                .flatMap(trouble -> echoes(trouble, filling, dice.split()).stream())
                .toList();
    }

    private static List<Happening> echoes(Trouble trouble, Filling filling, Dice dice) {
        List<Happening> echoes = new ArrayList<>();
        Set<String> given = new HashSet<>();
        for (TroubleKind.Step step : trouble.kind().steps()) {
            double days = Days.between(trouble.onset(), trouble.decision()) * step.at();
            Instant at = Days.after(trouble.onset(), days + dice.between(0, 0.5));
            boolean comes = dice.chance(step.chance(trouble));
            if (comes && step.after().map(given::contains).orElse(true)) {
                given.add(step.type());
                echoes.add(filling.fill(at, step.type(), step.attributes(), trouble.matter()));
            }
        }
        return echoes;
    }
}
