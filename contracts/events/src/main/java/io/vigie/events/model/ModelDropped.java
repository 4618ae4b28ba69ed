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
    /**
     * The key under which it stands, of each drop its own, so that none is lost to a later one of the same model; the
     * file's own key is left to a record without a value.
     */
    public String key() {
        return "dropped/" + model + "/" + at.toEpochMilli();
    }
}
