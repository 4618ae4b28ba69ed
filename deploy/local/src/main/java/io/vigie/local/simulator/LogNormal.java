package io.vigie.local.simulator;

/**
 * A quantity that is never negative and sometimes large.
 *
 * @param median half are below
 * @param sigma standard deviation of its logarithm
 */
record LogNormal(double median, double sigma) {
    LogNormal {
        if (!(median > 0) || sigma < 0) {
            throw new IllegalArgumentException("a lognormal needs a median above 0 and a sigma of 0 or more");
        }
    }
}
