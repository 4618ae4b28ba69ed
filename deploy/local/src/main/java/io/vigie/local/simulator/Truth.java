package io.vigie.local.simulator;

import io.vigie.events.Word;
import io.vigie.events.retention.Action;
import io.vigie.events.risk.Leaving;
import io.vigie.events.signal.Cause;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What no service sees of one life of a customer.
 *
 * @param life 1 for the first, 2 after a return
 * @param since when it begins
 * @param leaves how it ends when nobody acts; empty where they stay up to the truth's horizon
 * @param returns when they come back by themselves
 * @param actions what each action would do, drawn once
 */
public record Truth(
        String customer,
        int life,
        Instant since,
        Optional<End> leaves,
        Optional<Instant> returns,
        Map<Action, Effect> actions) {

    /**
     * An end and the time in which it can be prevented.
     *
     * @param from when what leads to it begins
     * @param decided when it is settled in the customer's mind
     * @param lastChance up to when the right action keeps them
     * @param at when they are gone
     * @param told whether a signal tells it, or only silence
     */
    public record End(
            Instant from,
            Instant decided,
            Instant lastChance,
            Instant at,
            Leaving leaving,
            Cause cause,
            boolean told) {}

    /** What an action would do to a customer. */
    public enum Effect implements Word {
        NONE,
        KEEPS,
        DRIVES_AWAY
    }
}
