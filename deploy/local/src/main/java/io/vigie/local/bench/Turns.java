package io.vigie.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * How long everything is measured.
 *
 * @param warmUp of each side, before anything counts
 * @param turn of each side
 * @param count how many turns each side has
 */
record Turns(Duration warmUp, Duration turn, int count) {
    /** Something that can be done for a while, telling how many it did. */
    interface Work {
        long during(Duration time);
    }

    Comparison compare(String what, double target, Work reference, Work measured, Supplier<Duration> processorTime) {
        var unused = List.of(reference.during(warmUp), measured.during(warmUp));
        List<Turn> references = new ArrayList<>();
        List<Turn> measures = new ArrayList<>();
        for (int done = 0; done < count; done++) {
            references.add(Turn.of(reference, turn, processorTime));
            measures.add(Turn.of(measured, turn, processorTime));
        }
        return new Comparison(what, references, measures, target);
    }
}
