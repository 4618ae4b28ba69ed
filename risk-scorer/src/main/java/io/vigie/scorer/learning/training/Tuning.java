package io.vigie.scorer.learning.training;

import io.vigie.scorer.learning.boosting.BoostingPlan;
import io.vigie.scorer.learning.boosting.Growing;
import io.vigie.scorer.learning.boosting.Lessons;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds how to grow trees on these data: how deep and how many, by what told strangers best. */
final class Tuning {
    private static final int PARTS = 3;
    private static final int MANY = 20_000;
    private static final int MOST_ROUNDS = 1000;

    private Tuning() {}

    private record Trial(BoostingPlan plan, double logLoss) {}

    private record Try(int plan, int part) {}

    static BoostingPlan tune(Examples examples, double[] margins, long seed, Progress progress) {
        Lessons lessons = new Lessons(examples.inputs(), examples.left(), margins);
        Folds parts = Folds.stratified(examples.left(), examples.twins(), PARTS, seed + 1);
        List<BoostingPlan> plans = plans(examples, seed);
        List<Try> tries = IntStream.range(0, plans.size() * PARTS)
                .mapToObj(i -> new Try(i / PARTS, i % PARTS))
                .toList();
        Runnable step = progress.begin("trees", tries.size());
        List<Growing.Worth> worth = tries.parallelStream()
                .map(one -> {
                    Growing.Worth found = Growing.tryOut(
                            lessons.only(parts.outside(one.part(), one.part())),
                            lessons.only(parts.in(one.part())),
                            plans.get(one.plan()));
                    step.run();
                    return found;
                })
                .toList();
        List<Trial> trials = new ArrayList<>();
        for (int plan = 0; plan < plans.size(); plan++) {
            trials.add(summed(plans.get(plan), worth.subList(plan * PARTS, (plan + 1) * PARTS)));
        }
        return trials.stream()
                .min(Comparator.comparingDouble(Trial::logLoss))
                .orElseThrow()
                .plan();
    }

    private static Trial summed(BoostingPlan plan, List<Growing.Worth> parts) {
        double rounds = parts.stream().mapToInt(Growing.Worth::rounds).average().orElseThrow();
        double loss =
                parts.stream().mapToDouble(Growing.Worth::logLoss).average().orElseThrow();
        return new Trial(plan.withRounds((int) Math.ceil(rounds)), loss);
    }

    /** From shallow trees, for what is nearly a sum, to deep ones; leaves grow with the data. */
    private static List<BoostingPlan> plans(Examples examples, long seed) {
        double step = examples.size() > MANY ? 0.1 : 0.05;
        List<BoostingPlan> plans = new ArrayList<>();
        for (int depth : new int[] {2, 3, 4, 6}) {
            for (double cover : new double[] {2, 10}) {
                plans.add(new BoostingPlan(depth, step, cover, MOST_ROUNDS, seed, examples.signs()));
            }
        }
        return plans;
    }
}
