package io.vigie.scorer.learning.boosting;

/**
 * What trees learn from.
 *
 * @param inputs a row for each example; a blank is not a number
 * @param margins the log-odds that the linear part gave each, without having learned from it
 */
// bulk figures, never compared
@SuppressWarnings("ArrayRecordComponent")
public record Lessons(double[][] inputs, boolean[] left, double[] margins) {

    /** Some of the examples, by their indexes. */
    public Lessons only(int[] rows) {
        double[][] someInputs = new double[rows.length][];
        boolean[] someLeft = new boolean[rows.length];
        double[] someMargins = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            someInputs[i] = inputs[rows[i]];
            someLeft[i] = left[rows[i]];
            someMargins[i] = margins[rows[i]];
        }
        return new Lessons(someInputs, someLeft, someMargins);
    }
}
