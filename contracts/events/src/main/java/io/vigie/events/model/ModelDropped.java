package io.vigie.events.model;

import java.time.Instant;

/**
 * A model that is no longer known: its file is gone, and this says who answers for that.
 *
 * @param model its id
 * @param at wall-clock instant
 * @param by who answers for it
 * @param because why
 */
public record ModelDropped(String model, Instant at, String by, String because) {
    /** The key under which it stands; the file's own is left to a record without a value. */
    public static String key(String id) {
        return "dropped/" + id;
    }
}
