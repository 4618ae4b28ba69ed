package io.vigie.ingest.api.keys;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.vertx.core.MultiMap;
import io.vigie.ingest.access.KeyText;
import java.util.Optional;

/** Asks whose key it is that a request came with. */
final class ApiKeyRequest extends BaseAuthenticationRequest {
    private static final String BEARER = "Bearer ";

    private final String key;

    private ApiKeyRequest(String key) {
        this.key = key;
    }

    /** Empty where there is no key; any other bearer token is for who issued it. */
    static Optional<ApiKeyRequest> in(MultiMap headers) {
        Optional<String> own = Optional.ofNullable(headers.get("X-API-Key"));
        return own.or(() -> Optional.ofNullable(headers.get("Authorization"))
                        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                        .map(value -> value.substring(BEARER.length()).strip())
                        .filter(token -> token.startsWith(KeyText.PREFIX)))
                .map(ApiKeyRequest::new);
    }

    String key() {
        return key;
    }
}
