package io.vigie.scorer.learning.training;

import io.vigie.scorer.learning.boosting.BoostingPlan;
import io.vigie.scorer.learning.boosting.Forest;
import io.vigie.scorer.learning.boosting.Growing;
import io.vigie.scorer.learning.boosting.Lessons;
import java.util.Optional;
import java.util.stream.IntStream;

/** Learns both ways from examples, judges them on customers they have not seen, and says which to use. */
public final class Learner {
    private static final int PARTS = 10;

    private final Examples examples;
    private final long seed;
    private final Progress progress;

    public Learner(Examples examples, long seed, Progress progress) {
        this.examples = examples;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Learns.
     *
     * @param trees whether trees may be grown here
     */
    public Learned learn(boolean trees) {
        Folds folds = Folds.stratified(examples.left(), examples.twins(), PARTS, seed);
        Margins margins = new Margins(examples, folds, progress);
        Judgement linearly = Judgement.of(examples.left(), margins.outOfFold(), folds);
        return Learned.better(margins.all(), linearly, trees ? Optional.of(grow(margins, folds)) : Optional.empty());
    }

    private Learned.Trees grow(Margins margins, Folds folds) {
        double[] outOfFold = margins.outOfFold();
        BoostingPlan plan = Tuning.tune(examples, outOfFold, seed, progress);
        double[] logOdds = outOfFold.clone();
        Runnable step = progress.begin("judging", PARTS + 1);
        IntStream.range(0, PARTS).parallel().forEach(fold -> {
            Lessons lessons = new Lessons(examples.inputs(), examples.left(), margins.blindTo(fold));
            Forest forest = Growing.grow(lessons.only(folds.outside(fold, fold)), plan);
            for (int i : folds.in(fold)) {
                logOdds[i] += forest.adds(examples.inputs()[i]);
            }
            step.run();
        });
        Forest forest = Growing.grow(new Lessons(examples.inputs(), examples.left(), outOfFold), plan);
        step.run();
        return new Learned.Trees(forest, plan, Judgement.of(examples.left(), logOdds, folds));
    }
}
