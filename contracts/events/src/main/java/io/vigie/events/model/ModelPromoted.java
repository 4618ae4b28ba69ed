package io.vigie.events.model;

import java.time.Instant;

/**
 * A model's move from one state to another; in their order these say which model speaks.
 *
 * @param model its id, or {@code expert} for the scorecard
 * @param to its state from then on
 * @param back whether it is the champion before the one that now goes
 * @param at wall-clock instant
 * @param by who answers for it
 * @param because why
 */
public record ModelPromoted(String model, ModelState to, boolean back, Instant at, String by, String because) {
    /** The key under which one move stands; each has its own, so that none is lost to another. */
    public static String key(String event) {
        return "promotion/" + event;
    }
}
