package io.vigie.ingest.access;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came, since signatures are over bytes and not over what they mean.
 *
 * @param uri the whole of it, as the sender called it
 * @param headers by lower-case name
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are digested, never compared
public record RawRequest(String method, String uri, Map<String, String> headers, byte[] body) {
    public RawRequest {
        headers = Map.copyOf(headers);
    }

    Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /**
     * A header that the scheme cannot do without.
     *
     * @throws NotAdmitted saying which is missing
     */
    String needed(String name, Scheme scheme) {
        return header(name.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> scheme.unauthorized("the header " + name + " is missing"));
    }
}
