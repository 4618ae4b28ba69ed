package io.vigie.scorer.model;

import java.time.Instant;
import java.util.function.ToDoubleFunction;

/**
 * One summand of a risk's log-odds: a weight times log2(1 + count), or times the value itself. Between two of the
 * outlook's breaks its value only rises or only falls.
 *
 * <p>It remembers what it last read: a search in time comes back to the same few instants again and again.
 */
final class Term {
    private static final double LN_2 = Math.log(2);
    private static final int REMEMBERED = 4;

    private final String factor;
    private final double weight;
    private final ToDoubleFunction<Instant> value;
    private final boolean logarithmic;
    private final Instant[] instants = new Instant[REMEMBERED];
    private final double[] readings = new double[REMEMBERED];
    private int next;

    /**
     * @param factor the signal type or feature it is explained as
     * @param value the count, or value, at an instant
     * @param logarithmic whether the count is taken as log2(1 + count)
     */
    Term(String factor, double weight, ToDoubleFunction<Instant> value, boolean logarithmic) {
        this.factor = factor;
        this.weight = weight;
        this.value = value;
        this.logarithmic = logarithmic;
    }

    String factor() {
        return factor;
    }

    double weight() {
        return weight;
    }

    double count(Instant at) {
        return value.applyAsDouble(at);
    }

    double logOdds(Instant at) {
        return weight * reading(at);
    }

    double reading(Instant at) {
        for (int known = 0; known < REMEMBERED; known++) {
            if (at.equals(instants[known])) {
                return readings[known];
            }
        }
        double count = count(at);
        double reading = logarithmic ? Math.log1p(count) / LN_2 : count;
        instants[next] = at;
        readings[next] = reading;
        next = (next + 1) % REMEMBERED;
        return reading;
    }
}
