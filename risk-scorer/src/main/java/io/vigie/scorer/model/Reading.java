package io.vigie.scorer.model;

/**
 * What one summand of a risk's log-odds reads at an instant: its weight times this.
 *
 * @param factor the signal type or feature it is explained as
 * @param counter by which it is told apart from other kinds of its type; of a feature its own name
 * @param weight as the experts have it
 * @param value log2(1 + count), or the value itself
 * @param count the count behind it
 */
public record Reading(String factor, String counter, double weight, double value, double count) {}
