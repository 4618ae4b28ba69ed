package io.vigie.scorer.learning.training;

import io.vigie.scorer.learning.linear.Gaussian;
import io.vigie.scorer.learning.linear.Term;
import java.util.List;

/**
 * What a model learns from.
 *
 * @param inputs a row for each example; a blank is not a number
 * @param left whether it left
 * @param twins for each example a number that it shares with its twins only
 * @param intercept what is believed of the log-odds when every term is 0
 * @param terms the linear part's, each with what is believed of its weight
 * @param signs for each input 1, −1 or 0: the only direction in which trees may let it move the log-odds
 */
// bulk figures, never compared
@SuppressWarnings("ArrayRecordComponent")
public record Examples(
        double[][] inputs, boolean[] left, int[] twins, Gaussian intercept, List<Term> terms, List<Integer> signs) {
    public Examples {
        terms = List.copyOf(terms);
        signs = List.copyOf(signs);
        if (inputs.length != left.length || inputs.length != twins.length) {
            throw new IllegalArgumentException("each example needs inputs, an end and a twin number");
        }
    }

    int size() {
        return left.length;
    }
}
