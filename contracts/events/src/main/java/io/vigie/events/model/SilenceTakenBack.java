package io.vigie.events.model;

import java.time.Instant;

/**
 * Somebody took back what was fitted: nothing is fitted by itself any more, until somebody asks for a fit.
 *
 * @param by who answers for it
 * @param at wall-clock instant
 */
public record SilenceTakenBack(String by, Instant at) {
    /** The key under which it stands, until a fit that was asked for takes it away. */
    public static final String KEY = "silence-taken-back";
}
