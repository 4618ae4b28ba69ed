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
    static final String JSON = "application/json";

    /** An event of an XML document is kept as the tree that the mapping saw, and can be sent again as that. */
    boolean isJson(SourceSpec spec) {
        return spec.format() == Format.JSON
                || contentType.strip().toLowerCase(Locale.ROOT).startsWith(JSON);
    }
}
