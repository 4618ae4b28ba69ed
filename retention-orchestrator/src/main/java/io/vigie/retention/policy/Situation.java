package io.vigie.retention.policy;

import io.vigie.events.customer.Potential;
import io.vigie.events.customer.Segment;
import io.vigie.events.signal.Cause;

/**
 * What the worth of an action depends on.
 *
 * @param value yearly margin, major units
 * @param probability of leaving if nobody acts
 * @param notice whether the customer has given notice
 */
record Situation(Segment segment, Potential potential, Cause cause, double value, double probability, boolean notice) {}
