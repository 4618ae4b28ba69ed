package io.vigie.ingest.api.keys;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vigie.ingest.access.ApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Makes of a key an identity whose roles are the key's scopes. */
@ApplicationScoped
class ApiKeyIdentities implements IdentityProvider<ApiKeyRequest> {
    private final KnownKeys keys;

    ApiKeyIdentities(KnownKeys keys) {
        this.keys = keys;
    }

    @Override
    public Class<ApiKeyRequest> getRequestType() {
        return ApiKeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(ApiKeyRequest request, AuthenticationRequestContext context) {
        return keys.remembered(request.key())
                .map(known -> Uni.createFrom().item(identity(Optional.of(known))))
                .orElseGet(() -> context.runBlocking(() -> identity(keys.behind(request.key()))));
    }

    private static SecurityIdentity identity(Optional<ApiKey> known) {
        ApiKey key = known.orElseThrow(
                () -> new AuthenticationFailedException("the key is unknown, revoked or has expired"));
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("key " + key.name() + " " + key.id()))
                .addRoles(key.scopes());
        key.rateLimit().ifPresent(limit -> identity.addAttribute(CallerRights.RATE_LIMIT, limit));
        return identity.build();
    }
}
