package io.vigie.events.signal;

/**
 * What a signal makes good.
 *
 * @param of the type whose decayed count it lowers, in all its variants
 * @param share the share of that count it takes away, 0 to 1
 */
public record Remedy(String of, double share) {
    public Remedy {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("remedy of " + of + ": share must be 0 to 1, is " + share);
        }
    }
}
