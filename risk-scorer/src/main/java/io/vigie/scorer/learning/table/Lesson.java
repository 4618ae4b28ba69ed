package io.vigie.scorer.learning.table;

import io.vigie.scorer.learning.linear.Term;
import java.util.List;

/**
 * What a table of present and former customers teaches from.
 *
 * @param data where it comes from
 * @param encoding how a row becomes inputs
 * @param inputs a row for each customer learned from; a blank is not a number
 * @param left whether each has left
 * @param twins for each a number that it shares only with rows that must be judged together
 * @param terms the linear part's
 * @param warnings what whoever reads the figures should know
 */
// bulk figures, never compared
@SuppressWarnings("ArrayRecordComponent")
public record Lesson(
        Origin data,
        Encoding encoding,
        double[][] inputs,
        boolean[] left,
        int[] twins,
        List<Term> terms,
        List<String> warnings) {
    public Lesson {
        terms = List.copyOf(terms);
        warnings = List.copyOf(warnings);
    }
}
