package io.vigie.scorer.learning.file;

import io.vigie.events.customer.Segment;

/**
 * How many of a group leave by choice of whom experts find nothing to worry about: what levels are multiples of.
 *
 * @param contract whether with an open contract
 * @param base the share, between what was seen and what experts said, by how much was seen
 * @param quiet snapshots of them that experts found stable
 * @param left how many of these left by choice
 */
public record LearnedBase(Segment segment, boolean contract, double base, int quiet, int left) {
    public LearnedBase {
        if (!(0 < base && base < 1)) {
            throw new IllegalArgumentException("a base must lie between 0 and 1, is " + base);
        }
    }
}
