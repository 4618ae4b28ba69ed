package io.vigie.scorer.learning.training;

import io.vigie.scorer.learning.boosting.BoostingPlan;
import io.vigie.scorer.learning.boosting.Forest;
import io.vigie.scorer.learning.boosting.Growing;
import io.vigie.scorer.learning.boosting.Lessons;
import java.util.Arrays;
import java.util.Optional;

/** Learns from what was, and judges, calibrates and chooses by what came after it. */
public final class ForwardLearner {
    private static final int PARTS = 10;
    private static final int CALIBRATION_PARTS = 5;

    private final Examples before;
    private final Examples after;
    private final long seed;
    private final Progress progress;

    /** Prepares to learn from examples, and to judge by later ones of the same inputs. */
    public ForwardLearner(Examples before, Examples after, long seed, Progress progress) {
        this.before = before;
        this.after = after;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Learns.
     *
     * @param trees whether trees may be grown here
     */
    public Learned learn(boolean trees) {
        Folds folds = Folds.stratified(before.left(), before.twins(), PARTS, seed);
        Margins margins = new Margins(before, folds, progress);
        double[] linear = Arrays.stream(after.inputs())
                .mapToDouble(margins.all()::logOdds)
                .toArray();
        Optional<Learned.Trees> grown = trees ? Optional.of(grow(margins, linear)) : Optional.empty();
        return Learned.better(margins.all(), judge(linear), grown);
    }

    private Learned.Trees grow(Margins margins, double[] linear) {
        double[] outOfFold = margins.outOfFold();
        BoostingPlan plan = Tuning.tune(before, outOfFold, seed, progress);
        Forest forest = Growing.grow(new Lessons(before.inputs(), before.left(), outOfFold), plan);
        double[] logOdds = new double[linear.length];
        Arrays.setAll(logOdds, i -> linear[i] + forest.adds(after.inputs()[i]));
        return new Learned.Trees(forest, plan, judge(logOdds));
    }

    private Judgement judge(double[] logOdds) {
        Folds parts = Folds.stratified(after.left(), after.twins(), CALIBRATION_PARTS, seed);
        return Judgement.ofFew(after.left(), logOdds, parts);
    }
}
