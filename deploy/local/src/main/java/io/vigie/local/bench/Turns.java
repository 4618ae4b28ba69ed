package io.vigie.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * How long everything is measured.
 *
 * @param turn of each side
 * @param count how many turns each side has
 */
record Turns(Duration turn, int count) {
    private static final int LEAST_OF_WARM_UP = 12;
    private static final int MOST_OF_WARM_UP = 30;
    private static final int NO_BETTER_IN_A_ROW = LEAST_OF_WARM_UP - 1;
    /** A turn that takes so much of the best before is no better. */
    private static final double NO_BETTER = 0.95;

    /** Something that can be done for a while, telling how many it did. */
    interface Work {
        long during(Duration time);
    }

    Comparison compare(String what, double target, Work reference, Work measured, Supplier<Duration> processorTime) {
        warmUp(reference, processorTime);
        warmUp(measured, processorTime);
        List<Turn> references = new ArrayList<>();
        List<Turn> measures = new ArrayList<>();
        for (int done = 0; done < count; done++) {
            references.add(Turn.of(reference, turn, processorTime));
            measures.add(Turn.of(measured, turn, processorTime));
        }
        return new Comparison(what, references, measures, target);
    }

    /**
     * Until eleven turns in a row took no less processor time than one before: a service that runs for weeks has compiled
     * all it ever will, and on busy cores that takes a while.
     */
    void warmUp(Work work, Supplier<Duration> processorTime) {
        double best = Double.MAX_VALUE;
        int sinceBest = 0;
        for (int done = 0;
                done < MOST_OF_WARM_UP && (done < LEAST_OF_WARM_UP || sinceBest < NO_BETTER_IN_A_ROW);
                done++) {
            double taken = Turn.of(work, turn, processorTime).processorMicros();
            sinceBest = taken < best * NO_BETTER ? 0 : sinceBest + 1;
            best = Math.min(best, taken);
        }
    }
}
