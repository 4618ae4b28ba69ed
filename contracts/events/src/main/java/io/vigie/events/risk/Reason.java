package io.vigie.events.risk;

/**
 * One line of the explanation.
 *
 * @param factor a signal type, or one of the scorer's own features such as {@code silence}
 * @param logOdds how much it moves the log-odds of its risk against staying
 * @param count the decayed count or the feature's value behind it
 */
public record Reason(String factor, double logOdds, double count) {}
