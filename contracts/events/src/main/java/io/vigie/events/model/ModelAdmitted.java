package io.vigie.events.model;

import java.time.Instant;

/**
 * A model that scorers may be told to go by: its whole file, kept for as long as it is known.
 *
 * @param id digest of the file
 * @param kind what it is: {@code linear}, {@code boosted}
 * @param origin what it was learned from: {@code history}
 * @param at wall-clock instant of its admission
 * @param by who admitted it
 * @param file the model file, byte by byte, so that its digest can be checked
 */
public record ModelAdmitted(String id, String kind, String origin, Instant at, String by, String file) {
    /** The key under which a model stands. */
    public static String key(String id) {
        return "model/" + id;
    }
}
