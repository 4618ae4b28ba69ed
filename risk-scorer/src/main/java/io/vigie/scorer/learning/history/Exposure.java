package io.vigie.scorer.learning.history;

/**
 * For how long a customer was left to themselves after a snapshot.
 *
 * @param days until we made contact, they left, or the horizon ended
 * @param contacted whether it was contact that ended it, so that nobody knows what would have been
 */
public record Exposure(double days, boolean contacted) {
    public Exposure {
        if (days < 0) {
            throw new IllegalArgumentException("nobody is exposed for " + days + " days");
        }
    }
}
