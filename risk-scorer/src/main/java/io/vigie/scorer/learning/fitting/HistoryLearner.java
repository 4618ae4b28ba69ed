package io.vigie.scorer.learning.fitting;

import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.LearnedBase;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.learning.file.RiskPart;
import io.vigie.scorer.learning.history.Attributes;
import io.vigie.scorer.learning.history.Beliefs;
import io.vigie.scorer.learning.history.Gathering;
import io.vigie.scorer.learning.history.LearningPlan;
import io.vigie.scorer.learning.history.Observation;
import io.vigie.scorer.learning.metrics.Distribution;
import io.vigie.scorer.learning.training.CannotLearn;
import io.vigie.scorer.learning.training.Examples;
import io.vigie.scorer.learning.training.ForwardLearner;
import io.vigie.scorer.learning.training.Learned;
import io.vigie.scorer.learning.training.Learner;
import io.vigie.scorer.learning.training.Progress;
import io.vigie.scorer.learning.training.Remark;
import io.vigie.scorer.model.Outlook;
import io.vigie.scorer.model.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Learns from earlier snapshots, judges by later ones, and puts together a model of both risks. */
public final class HistoryLearner {
    private final LearningPlan plan;
    private final Gathering gathering;
    private final Scorecard scorecard;
    private final Progress progress;
    private final Slices slices;
    private final Attributes attributes;

    /** @param scorecard the experts' figures that observations rest on */
    public HistoryLearner(LearningPlan plan, Gathering gathering, Scorecard scorecard, Progress progress) {
        this.plan = plan;
        this.gathering = gathering;
        this.scorecard = scorecard;
        this.progress = progress;
        slices = Slices.of(gathering.observations(), plan);
        attributes = Attributes.of(slices.before());
    }

    /**
     * Learns.
     *
     * @param obstacle why there can be no trees here, if so
     * @throws CannotLearn where too few left or stayed
     */
    public HistoryModelFile learn(Optional<String> obstacle) {
        List<Remark> warnings =
                new ArrayList<>(obstacle.stream().map(Remarks::noTrees).toList());
        slices.shortage(RiskKind.BY_CHOICE).ifPresent(why -> {
            throw new CannotLearn(why);
        });
        List<RiskPart> parts = new ArrayList<>(List.of(part(RiskKind.BY_CHOICE, obstacle.isEmpty())));
        unpaid(obstacle.isEmpty(), warnings).ifPresent(parts::add);
        if (gathering.oneIn() > 1) {
            warnings.add(Remarks.sampled(plan.snapshots(), gathering.oneIn()));
        }
        if (gathering.failed() > 0) {
            warnings.add(Remarks.failed(gathering.failed()));
        }
        Set<String> leftOut = attributes.leftOut(slices.before());
        if (!leftOut.isEmpty()) {
            warnings.add(Remarks.leftOut(leftOut));
        }
        List<LearnedBase> bases = Bases.of(slices.all());
        Bases.withoutRoom(bases, scorecard.levels()).forEach(warnings::add);
        return new HistoryModelFile(
                ModelFile.VERSION,
                plan.seed(),
                slices.origin(gathering, scorecard.version()),
                bases,
                parts,
                scores(parts),
                warnings.stream().map(Remark::text).toList(),
                Optional.of(attributes.encoding()).filter(some -> some.width() > 0),
                warnings);
    }

    /** Few leave unpaid: where too few do in one horizon to judge by, what was learned from so far judges itself in parts. */
    private Optional<RiskPart> unpaid(boolean trees, List<Remark> warnings) {
        Optional<Remark> shortage = slices.shortage(RiskKind.UNPAID);
        if (shortage.isEmpty()) {
            return Optional.of(part(RiskKind.UNPAID, trees));
        }
        if (!slices.enoughBefore(RiskKind.UNPAID)) {
            warnings.add(shortage.get().within("unpaid-by-scorecard", "the scorecard speaks of leaving unpaid, for "));
            return Optional.empty();
        }
        warnings.add(shortage.get()
                .within(
                        "unpaid-by-weights",
                        "of leaving unpaid, only weights were learned, and judged by earlier customers instead of later"
                                + " ones: "));
        return Optional.of(
                part(RiskKind.UNPAID, slices.before(), (_, examples) -> new Learner(examples, plan.seed(), progress)
                        .learn(false)));
    }

    private RiskPart part(RiskKind risk, boolean trees) {
        return part(risk, slices.after(), (beliefs, examples) -> new ForwardLearner(
                        examples, beliefs.examples(slices.after()), plan.seed(), progress)
                .learn(trees));
    }

    /** @param judges by whom the scorecard is judged beside what is learned: the very same */
    private RiskPart part(RiskKind risk, List<Observation> judges, BiFunction<Beliefs, Examples, Learned> learning) {
        Beliefs beliefs = new Beliefs(risk, slices.all(), attributes);
        Examples examples = beliefs.examples(slices.before());
        return RiskPart.of(risk, beliefs, examples, learning.apply(beliefs, examples), beliefs.experts(judges));
    }

    /** The probabilities that the model gives those it was judged by. */
    private Distribution scores(List<RiskPart> parts) {
        List<Beliefs> beliefs = parts.stream()
                .map(part -> new Beliefs(part.risk(), slices.all(), attributes))
                .toList();
        return Distribution.of(slices.after().stream()
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
