package io.vigie.events.risk;

import java.time.Instant;

/**
 * A date that is coming and means something for this customer.
 *
 * @param what the signal type that it stands for, or one of the scorer's own: {@code contract-renews},
 *     {@code notice-closes}, {@code dormant}, {@code lost}
 * @param on when, if nothing is heard before
 */
public record ComingDate(String what, Instant on) {}
