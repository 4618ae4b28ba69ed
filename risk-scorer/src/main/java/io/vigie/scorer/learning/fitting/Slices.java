package io.vigie.scorer.learning.fitting;

import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.file.HistoryOrigin;
import io.vigie.scorer.learning.history.Fate;
import io.vigie.scorer.learning.history.Gathering;
import io.vigie.scorer.learning.history.LearningPlan;
import io.vigie.scorer.learning.history.Observation;
import io.vigie.scorer.learning.training.Remark;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What was observed, cut in time.
 *
 * @param before what is learned from
 * @param after what is judged by: nothing of it was known then
 */
record Slices(LearningPlan plan, List<Observation> all, List<Observation> before, List<Observation> after) {
    private static final int ENOUGH = 20;

    static Slices of(List<Observation> all, LearningPlan plan) {
        return new Slices(
                plan,
                all,
                all.stream().filter(one -> one.at().isBefore(plan.judgedAt())).toList(),
                all.stream().filter(one -> one.at().equals(plan.judgedAt())).toList());
    }

    /** What there is too little of to learn a risk and judge it later; empty where there is enough. */
    Optional<Remark> shortage(RiskKind risk) {
        long left = Math.min(leavers(before, risk), leavers(after, risk));
        long stayed = Math.min(stayers(before), stayers(after));
        if (left >= ENOUGH && stayed >= ENOUGH) {
            return Optional.empty();
        }
        Duration needed = plan.horizon().multipliedBy(2);
        String why = "%d of those learned from left and %d of those judged by, and %d and %d stayed; %d of each are"
                        .formatted(leavers(before, risk), leavers(after, risk), stayers(before), stayers(after), ENOUGH)
                + " needed, from a history of more than " + needed.toDays() + " days before " + plan.until();
        List<Double> figures = LongStream.of(
                        leavers(before, risk),
                        leavers(after, risk),
                        stayers(before),
                        stayers(after),
                        ENOUGH,
                        needed.toDays())
                .asDoubleStream()
                .boxed()
                .toList();
        return Optional.of(new Remark("too-few", List.of(plan.until().toString()), figures, why));
    }

    /** Whether those learned from are enough to be judged by each other. */
    boolean enoughBefore(RiskKind risk) {
        return leavers(before, risk) >= ENOUGH && stayers(before) >= ENOUGH;
    }

    /** Customers, for one who left is seen leaving at several instants. */
    private static long leavers(List<Observation> some, RiskKind risk) {
        Fate fate = risk == RiskKind.UNPAID ? Fate.LEFT_UNPAID : Fate.LEFT_BY_CHOICE;
        return customers(some, fate);
    }

    private static long stayers(List<Observation> some) {
        return customers(some, Fate.STAYED);
    }

    private static long customers(List<Observation> some, Fate fate) {
        return some.stream()
                .filter(one -> one.fate() == fate)
                .map(Observation::customer)
                .distinct()
                .count();
    }

    /** What is told of where the model comes from. */
    HistoryOrigin origin(Gathering gathering, String scorecard) {
        return new HistoryOrigin(
                gathering.from(),
                plan.until(),
                gathering.signals(),
                (int) all.stream().map(Observation::customer).distinct().count(),
                plan.horizonDays(),
                plan.withoutContract(),
                plan.everyDays(),
                before.stream().map(Observation::at).distinct().sorted().toList(),
                List.of(plan.judgedAt()),
                before.size(),
                after.size(),
                scorecard,
                (double) all.stream().filter(one -> one.fate() != Fate.STAYED).count() / all.size());
    }
}
