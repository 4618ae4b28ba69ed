package io.vigie.local.simulator;

import io.vigie.events.risk.Leaving;
import io.vigie.events.signal.Cause;
import java.time.Instant;

/**
 * How a life ends when nobody acts.
 *
 * @param onset when what leads to it begins; an action before that changes nothing
 * @param decision when it is settled in the customer's mind
 * @param lastChance up to when the right action would still keep them
 * @param at when they are gone
 * @param notice whether notice is given at the decision
 * @param told whether the end is told by a signal, or only by silence
 */
record Leave(
        Instant onset,
        Instant decision,
        Instant lastChance,
        Instant at,
        Leaving leaving,
        Cause cause,
        boolean notice,
        boolean missed,
        boolean told) {}
