package io.vigie.retention.rehearsal;

/**
 * The difference of two shares with an interval that holds for small numbers and shares near 0: the hybrid score interval
 * (Newcombe 1998, Statistics in Medicine 17:873-890, method 10).
 */
public final class Newcombe {
    private static final double Z = 1.959964;

    private Newcombe() {}

    /**
     * The first share less the second.
     *
     * @param hits how many of the first
     * @param of how many there are of them, at least one
     */
    public static Interval difference(long hits, long of, long otherHits, long otherOf) {
        Interval one = wilson(hits, of);
        Interval other = wilson(otherHits, otherOf);
        double estimate = one.estimate() - other.estimate();
        return new Interval(
                estimate,
                estimate - Math.hypot(one.estimate() - one.low(), other.high() - other.estimate()),
                estimate + Math.hypot(one.high() - one.estimate(), other.estimate() - other.low()));
    }

    /** One share with its score interval (Wilson 1927). */
    static Interval wilson(long hits, long of) {
        if (of < 1 || hits < 0 || hits > of) {
            throw new IllegalArgumentException("no share of " + hits + " in " + of);
        }
        double share = hits / (double) of;
        double squared = Z * Z / of;
        double middle = (share + squared / 2) / (1 + squared);
        double half = Z * Math.sqrt(share * (1 - share) / of + squared / (4 * of)) / (1 + squared);
        return new Interval(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
