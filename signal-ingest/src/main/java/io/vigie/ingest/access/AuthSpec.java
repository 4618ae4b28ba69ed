package io.vigie.ingest.access;

import java.util.Optional;

/**
 * How a source's sender shows who it is.
 *
 * @param scheme the word of the scheme, such as {@code stripe} or {@code basic}
 * @param header the header that holds the secret, where the scheme needs one
 */
public record AuthSpec(String scheme, Optional<String> header) {
    public AuthSpec {
        if (scheme == null || scheme.isBlank()) {
            throw new IllegalArgumentException("auth lacks its scheme, such as stripe or basic");
        }
        header = header == null ? Optional.empty() : header;
    }
}
