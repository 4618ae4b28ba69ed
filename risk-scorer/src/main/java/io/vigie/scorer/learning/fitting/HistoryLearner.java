package io.vigie.scorer.learning.fitting;

import io.vigie.events.risk.RiskLevel;
import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.HistoryOrigin;
import io.vigie.scorer.learning.file.LearnedBase;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.learning.file.RiskPart;
import io.vigie.scorer.learning.history.Beliefs;
import io.vigie.scorer.learning.history.Fate;
import io.vigie.scorer.learning.history.Gathering;
import io.vigie.scorer.learning.history.LearningPlan;
import io.vigie.scorer.learning.history.Observation;
import io.vigie.scorer.learning.metrics.Distribution;
import io.vigie.scorer.learning.training.CannotLearn;
import io.vigie.scorer.learning.training.Examples;
import io.vigie.scorer.learning.training.ForwardLearner;
import io.vigie.scorer.learning.training.Learned;
import io.vigie.scorer.learning.training.Progress;
import io.vigie.scorer.model.Levels;
import io.vigie.scorer.model.Outlook;
import io.vigie.scorer.model.Scorecard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Learns from earlier snapshots, judges by later ones, and puts together a model of both risks. */
public final class HistoryLearner {
    private static final int ENOUGH = 20;

    private final LearningPlan plan;
    private final Gathering gathering;
    private final Scorecard scorecard;
    private final Progress progress;
    private final List<Observation> before;
    private final List<Observation> after;

    /** @param scorecard the experts' figures that observations rest on */
    public HistoryLearner(LearningPlan plan, Gathering gathering, Scorecard scorecard, Progress progress) {
        this.plan = plan;
        this.gathering = gathering;
        this.scorecard = scorecard;
        this.progress = progress;
        List<Observation> all = gathering.observations();
        before = all.stream().filter(one -> one.at().isBefore(plan.judgedAt())).toList();
        after = all.stream().filter(one -> one.at().equals(plan.judgedAt())).toList();
    }

    /**
     * Learns.
     *
     * @param obstacle why there can be no trees here, if so
     * @throws CannotLearn where too few left or stayed
     */
    public HistoryModelFile learn(Optional<String> obstacle) {
        List<String> warnings = new ArrayList<>(obstacle.stream().toList());
        shortage(RiskKind.BY_CHOICE).ifPresent(why -> {
            throw new CannotLearn(why);
        });
        List<RiskPart> parts = new ArrayList<>(List.of(part(RiskKind.BY_CHOICE, obstacle.isEmpty())));
        shortage(RiskKind.UNPAID)
                .ifPresentOrElse(
                        why -> warnings.add("the scorecard speaks of leaving unpaid, for " + why),
                        () -> parts.add(part(RiskKind.UNPAID, obstacle.isEmpty())));
        if (gathering.oneIn() > 1) {
            warnings.add("there is more than " + plan.snapshots() + " snapshots: one customer in " + gathering.oneIn()
                    + " was learned from");
        }
        List<LearnedBase> bases = Bases.of(gathering.observations());
        bases.stream().filter(this::leavesNoRoom).forEach(base -> warnings.add(noRoom(base)));
        return new HistoryModelFile(ModelFile.VERSION, plan.seed(), origin(), bases, parts, scores(parts), warnings);
    }

    /** Whether all levels begin at their ceiling. */
    private boolean leavesNoRoom(LearnedBase base) {
        Levels levels = scorecard.levels();
        return levels.entry(RiskLevel.WATCH, base.base()) >= levels.ceiling();
    }

    private static String noRoom(LearnedBase base) {
        return String.format(
                Locale.ROOT,
                "of quiet customers (%s, %s) %.0f %% leave in this sense, so all levels begin at the ceiling; a"
                        + " longer horizon, or end-of-life, tells more apart",
                base.segment().word(),
                base.contract() ? "with a contract" : "without one",
                100 * base.base());
    }

    private RiskPart part(RiskKind risk, boolean trees) {
        Beliefs beliefs = new Beliefs(risk, gathering.observations());
        Examples examples = beliefs.examples(before);
        Learned learned = new ForwardLearner(examples, beliefs.examples(after), plan.seed(), progress).learn(trees);
        return RiskPart.of(risk, beliefs, examples, learned);
    }

    /** What there is too little of to learn a risk; empty where there is enough. */
    private Optional<String> shortage(RiskKind risk) {
        long left = Math.min(leavers(before, risk), leavers(after, risk));
        long stayed = Math.min(stayers(before), stayers(after));
        if (left >= ENOUGH && stayed >= ENOUGH) {
            return Optional.empty();
        }
        Duration needed = plan.horizon().multipliedBy(2);
        String why = "%d of those learned from left and %d of those judged by, and %d and %d stayed; %d of each are"
                        .formatted(leavers(before, risk), leavers(after, risk), stayers(before), stayers(after), ENOUGH)
                + " needed, from a history of more than " + needed.toDays() + " days before " + plan.until();
        return Optional.of(why);
    }

    private static long leavers(List<Observation> some, RiskKind risk) {
        Fate fate = risk == RiskKind.UNPAID ? Fate.LEFT_UNPAID : Fate.LEFT_BY_CHOICE;
        return some.stream().filter(one -> one.fate() == fate).count();
    }

    private static long stayers(List<Observation> some) {
        return some.stream().filter(one -> one.fate() == Fate.STAYED).count();
    }

    private HistoryOrigin origin() {
        List<Observation> all = gathering.observations();
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
                scorecard.version(),
                (double) all.stream().filter(one -> one.fate() != Fate.STAYED).count() / all.size());
    }

    /** The probabilities that the model gives those it was judged by. */
    private Distribution scores(List<RiskPart> parts) {
        List<Beliefs> beliefs = parts.stream()
                .map(part -> new Beliefs(part.risk(), gathering.observations()))
                .toList();
        return Distribution.of(after.stream()
                .mapToDouble(one -> {
                    double unpaid = one.unpaid().experts();
                    double byChoice = one.byChoice().experts();
                    for (int i = 0; i < parts.size(); i++) {
                        double logOdds =
                                parts.get(i).model().logOdds(beliefs.get(i).inputs(one));
                        if (parts.get(i).risk() == RiskKind.UNPAID) {
                            unpaid = logOdds;
                        } else {
                            byChoice = logOdds;
                        }
                    }
                    return Outlook.probability(byChoice, unpaid);
                })
                .toArray());
    }
}
