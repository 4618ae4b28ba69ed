package io.vigie.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The turns of a scorer, of one with many more customers, and of the reference; the first of each is to warm up. */
record ScorerRounds(List<Turn> scored, List<Turn> scoredOfMany, List<Turn> references) {
    private static final double WANTED_OF_KEEPING = 0.6;
    private static final double WANTED_OF_FEW = 0.7;

    /**
     * @param learn has the reference go by what the scorer wrote last
     */
    static ScorerRounds of(
            ScorerPlan plan,
            Contestant scorer,
            Contestant larger,
            Contestant reference,
            Runnable learn,
            Supplier<Duration> processorTime) {
        List<Turn> scored = new ArrayList<>();
        List<Turn> scoredOfMany = new ArrayList<>();
        List<Turn> references = new ArrayList<>();
        for (int turn = 0; turn <= plan.turns(); turn++) {
            scored.add(scorer.turn(plan.perTurn(), processorTime));
            learn.run();
            references.add(reference.turn(plan.perTurn(), processorTime));
            scoredOfMany.add(larger.turn(plan.perTurn(), processorTime));
        }
        return new ScorerRounds(warm(scored), warm(scoredOfMany), warm(references));
    }

    Comparison scoring(int customers) {
        return new Comparison(
                String.format("signals of %,d customers scored beside a job that only keeps", customers),
                references,
                scored,
                WANTED_OF_KEEPING);
    }

    Comparison larger(int customers) {
        return new Comparison(
                String.format("signals of %,d customers beside those", customers), scored, scoredOfMany, WANTED_OF_FEW);
    }

    private static List<Turn> warm(List<Turn> turns) {
        return turns.subList(1, turns.size());
    }
}
