package io.vigie.ingest.source;

import java.util.Locale;
import java.util.Optional;

/**
 * A document as a sender posted it.
 *
 * @param contentType its media type, with parameters or without
 * @param id the event's id, where a header held it
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
public record Posted(byte[] body, String contentType, Optional<String> id) {
    /** The parameter of a content type that holds an event's id, so that what is sent again has it again. */
    public static final String EVENT_ID = "event-id";

    static final String JSON = "application/json";

    /** An event of an XML document is kept as the tree that the mapping saw, and can be sent again as that. */
    boolean isJson(SourceSpec spec) {
        return spec.format() == Format.JSON
                || contentType.strip().toLowerCase(Locale.ROOT).startsWith(JSON);
    }

    /** The content type of one event of a larger document. */
    static String jsonWith(Optional<String> id) {
        return id.map(text -> JSON + "; " + EVENT_ID + "=\""
                        + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .orElse(JSON);
    }
}
