package io.vigie.ingest.access;

import java.net.URI;
import java.util.Optional;

/**
 * What {@code source.yaml} says under {@code auth}: how this source's requests prove where they come from.
 *
 * @param header for scheme {@code header} the one that carries the secret
 * @param acceptV1 for scheme {@code hubspot} whether its first version is taken where a request has no third
 * @param url for scheme {@code hubspot} the address that HubSpot calls, where a proxy shows us another
 */
public record AuthSpec(Scheme scheme, Optional<String> header, boolean acceptV1, Optional<URI> url) {
    public AuthSpec {
        header = header == null ? Optional.empty() : header;
        url = url == null ? Optional.empty() : url;
        if (scheme == null) {
            throw new IllegalArgumentException("auth: scheme is missing");
        }
        if (header.isPresent() != (scheme == Scheme.HEADER)) {
            throw new IllegalArgumentException("auth: header is for the scheme header, which must have it");
        }
        if ((acceptV1 || url.isPresent()) && scheme != Scheme.HUBSPOT) {
            throw new IllegalArgumentException("auth: acceptV1 and url are for the scheme hubspot");
        }
    }

    /** A scheme that needs nothing else to be said. */
    public static AuthSpec of(Scheme scheme) {
        return new AuthSpec(scheme, Optional.empty(), false, Optional.empty());
    }
}
