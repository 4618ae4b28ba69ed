package io.vigie.scorer.learning.linear;

/**
 * One summand of the linear log-odds: which input it reads, and on what scale.
 *
 * @param input index of the input
 * @param ofBlank whether it stands for the input being blank, not for its value
 * @param fill what a blank counts as
 */
public record Term(String name, int input, boolean ofBlank, double fill, double centre, double scale, Gaussian prior) {

    /** A term that reads an input as it is, where there are no blanks. */
    public static Term plain(String name, int input, Gaussian prior) {
        return new Term(name, input, false, 0, 0, 1, prior);
    }

    double value(double[] inputs) {
        double value = inputs[input];
        boolean blank = Double.isNaN(value);
        if (ofBlank) {
            return blank ? 1 : 0;
        }
        return ((blank ? fill : value) - centre) / scale;
    }
}
