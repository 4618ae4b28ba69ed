package io.vigie.scorer.model;

import java.time.Instant;
import java.util.function.ToDoubleFunction;

/**
 * One summand of a risk's log-odds: a weight times log2(1 + count), or times the value itself. Between two of the
 * outlook's breaks its value only rises or only falls.
 *
 * @param factor the signal type or feature it is explained as
 * @param counter what is counted of it; of a feature its own name
 * @param value the count, or value, at an instant
 * @param logarithmic whether the count is taken as log2(1 + count)
 */
record Term(String factor, String counter, double weight, ToDoubleFunction<Instant> value, boolean logarithmic) {
    private static final double LN_2 = Math.log(2);

    double count(Instant at) {
        return value.applyAsDouble(at);
    }

    double reading(Instant at) {
        return logarithmic ? Math.log(1 + count(at)) / LN_2 : count(at);
    }
}
