package io.vigie.local.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What customers give off in good days as in bad ones. */
final class Routines {
    private static final String USAGE = "usage.reported";

    private final Model model;
    private final Subject subject;
    private final Ebb ebb;
    private final Filling filling;
    private final Dice dice;

    Routines(Model model, Subject subject, Ebb ebb, Filling filling, Dice dice) {
        this.model = model;
        this.subject = subject;
        this.ebb = ebb;
        this.filling = filling;
        this.dice = dice;
    }

    List<Happening> until(Instant end) {
        List<Happening> all = new ArrayList<>();
        for (RoutineKind routine : model.routines()) {
            Dice own = dice.split();
            double yearly = routine.perYear().getOrDefault(subject.kind().name(), 0.0)
                    * StrictMath.exp(routine.frailtyWeight() * subject.frailty());
            double every = Days.A_YEAR / yearly;
            Instant at = yearly > 0 ? Days.after(subject.since(), gap(routine, every, own)) : end;
            for (int number = 1; at.isBefore(end); number++) {
                add(routine, at, subject.own(routine.type(), number), own, all);
                at = Days.after(at, gap(routine, every, own));
            }
        }
        return all;
    }

    private static double gap(RoutineKind routine, double every, Dice dice) {
        return routine.regular() ? every * dice.between(0.9, 1.1) : dice.exponential(every);
    }

    private void add(RoutineKind routine, Instant at, String matter, Dice own, List<Happening> all) {
        Happening happening = filling.fill(at, routine.type(), routine.attributes(), matter);
        all.add(USAGE.equals(routine.type()) ? ebbed(happening) : happening);
        routine.answer().filter(answer -> own.chance(answer.chance())).ifPresent(answer -> {
            Instant later = Days.after(at, own.logNormal(answer.afterDays()));
            all.add(filling.fill(later, answer.type(), answer.attributes(), matter));
        });
    }

    private Happening ebbed(Happening usage) {
        Map<String, Object> attributes = new LinkedHashMap<>(usage.attributes());
        attributes.computeIfPresent(
                "count", (_, count) -> Math.round(((Number) count).doubleValue() * ebb.appetite(usage.at())));
        return new Happening(usage.at(), usage.type(), attributes);
    }
}
